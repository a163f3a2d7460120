import { deliver } from './deliver.ts';
import { type Json, str } from './json.ts';
import type { Delivered } from './parcel.ts';
import { VERIFICATION_TOKEN } from './payloads.ts';
import type { EventDelivery, EventOptions } from './types.ts';
import { nextId, nextTs, secondsOf, type Team, type World } from './world.ts';

/** docs.slack.dev/apis/events-api: nearly at once, then after a minute, then after five. */
const RETRIES = 3;

export const sendEvent = async (
  world: World,
  team: Team,
  event: object,
  { eventId = nextId(world, 'Ev'), times = 1 }: EventOptions = {},
): Promise<readonly EventDelivery[]> => {
  const payload = eventPayload(world, team, event, eventId);
  const deliveries: EventDelivery[] = [];
  let reason: string | undefined;
  for (let attempt = 0; attempt === 0 || isDue(deliveries, attempt, times); attempt += 1) {
    const retry = attempt === 0 ? undefined : { attempt, reason: reason ?? 'http_timeout' };
    const delivered = await deliver(world, { kind: 'events_api', payload, retry });
    deliveries.push({
      attempt,
      ...outcomeOf(delivered),
      ...(retry ? { reason: retry.reason } : {}),
    });
    reason = WHY[delivered.is];
    if (delivered.is === 'answered' && delivered.stopsRetries) break;
  }
  return deliveries;
};

const isDue = (sofar: readonly EventDelivery[], attempt: number, times: number): boolean =>
  attempt < times || (attempt <= RETRIES && !sofar.some(({ acked }) => acked));

const WHY = {
  answered: 'http_error',
  'timed-out': 'http_timeout',
  unreached: 'connection_failed',
} as const satisfies Record<Delivered['is'], string>;

const outcomeOf = (delivered: Delivered): Pick<EventDelivery, 'status' | 'acked'> =>
  delivered.is === 'answered'
    ? { status: delivered.status, acked: delivered.status >= 200 && delivered.status < 300 }
    : { status: 0, acked: false };

const eventPayload = (world: World, team: Team, event: object, eventId: string): Json => {
  const told: Json = { event_ts: nextTs(world), ...event };
  return {
    token: VERIFICATION_TOKEN,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: world.appId,
    event: told,
    type: 'event_callback',
    event_id: eventId,
    event_time: secondsOf(world),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: team.bot,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: team.conversations.get(str(told.channel))?.shared ?? false,
    event_context: `4-${nextId(world, 'x')}`,
  };
};

/** What happens by itself is told only to an app that asked for it. */
export const tellEvent = (
  world: World,
  team: Team,
  event: Json,
): Promise<readonly EventDelivery[]> =>
  world.installed.events.includes(str(event.type))
    ? sendEvent(world, team, event)
    : Promise.resolve([]);
