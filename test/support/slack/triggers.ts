import { randomBytes } from 'node:crypto';
import type { Person, ResponseUrl, Team, World } from './world.ts';

const TRIGGER_MS = 3000;
const URL_MS = 30 * 60_000;
const URL_USES = 5;

/** docs.slack.dev/interactivity/handling-user-interaction: one use, within three seconds. */
export const newTrigger = (world: World, team: Team, person: Person): string => {
  world.serial += 1;
  const id = `${world.serial}.${Math.floor(world.now())}.${randomBytes(16).toString('hex')}`;
  world.triggers.set(id, { team: team.id, user: person.id, at: world.now(), used: false });
  return id;
};

export type Redeemed =
  | { readonly is: 'refused'; readonly error: string }
  | { readonly is: 'good'; readonly user: string };

/** Uses the trigger up where it is good. */
export const redeem = (world: World, team: Team, id: string): Redeemed => {
  const trigger = world.triggers.get(id);
  if (trigger?.team !== team.id) return { is: 'refused', error: 'invalid_trigger_id' };
  if (world.now() - trigger.at > TRIGGER_MS) return { is: 'refused', error: 'expired_trigger_id' };
  if (trigger.used) return { is: 'refused', error: 'exchanged_trigger_id' };
  trigger.used = true;
  return { is: 'good', user: trigger.user };
};

export const newResponseUrl = (
  world: World,
  kind: 'commands' | 'actions' | 'app',
  from: Pick<ResponseUrl, 'team' | 'user' | 'channel' | 'source'>,
): string => {
  world.serial += 1;
  const path = `/${kind}/${from.team}/${world.serial}/${randomBytes(12).toString('base64url')}`;
  world.responseUrls.set(path, { ...from, at: world.now(), uses: 0 });
  return `${world.origin}${path}`;
};

/** Why the URL takes no more, if it takes none. */
export const spent = (world: World, url: ResponseUrl): string | undefined => {
  if (world.now() - url.at > URL_MS) return 'expired_url';
  return url.uses >= URL_USES ? 'used_url' : undefined;
};
