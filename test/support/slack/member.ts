import { deliver } from './deliver.ts';
import { tellEvent } from './events.ts';
import { closeModal, fill, submit } from './member-modal.ts';
import { chooses, presses } from './member-presses.ts';
import { types } from './member-types.ts';
import { seenBy, shownOf } from './messages.ts';
import { outcomeOf } from './outcomes.ts';
import { type Doing, messageShortcutPayload, shortcutPayload } from './payloads.ts';
import { liveMessage } from './places.ts';
import type { EventDelivery, Member, Outcome, Shown } from './types.ts';
import { openModal, topOf, viewPayload } from './views.ts';
import { until } from './waiting.ts';
import { nextTs } from './world.ts';

export const memberOf = (doing: Doing): Member => {
  const { team, person } = doing;
  const shown = (channel: string | undefined, kept: boolean): readonly Shown[] =>
    seenBy(team, person, channel)
      .filter(({ only }) => !kept || only === undefined)
      .map(shownOf);
  return {
    id: person.id,
    dm: person.dm,
    ...doings(doing),
    fill: (label, value) => fill(person, label, value),
    get modal() {
      const top = topOf(person);
      return top && openModal(person, top);
    },
    get home() {
      return person.homeView?.content;
    },
    sees: (channel) => shown(channel, false),
    history: (channel) => shown(channel, true),
    answer: async () => {
      const sight = await until(() => person.sights[person.seen], `an answer to ${person.id}`);
      person.seen += 1;
      return sight;
    },
    deactivate: () => {
      person.deleted = true;
    },
  };
};

type Deed = 'types' | 'presses' | 'chooses' | 'submit' | 'closeModal' | 'opensHome';
type Deeds = Pick<Member, Deed | 'useShortcut' | 'useShortcutOn'>;

const doings = (doing: Doing): Deeds => {
  const { person } = doing;
  const starts = (atHome: boolean): Doing => {
    if (person.deleted) throw new Error(`${person.id} is deactivated and can do nothing.`);
    person.seen = person.sights.length;
    person.atHome = atHome;
    return doing;
  };
  return {
    types: async (text, options = {}) => types(starts(false), text, options),
    presses: async (label, options = {}) =>
      presses(starts(staysHome(doing, options.on)), label, options),
    chooses: async (menu, option, options = {}) =>
      chooses(starts(staysHome(doing, options.on)), menu, option, options),
    submit: async () => submit(starts(person.atHome)),
    closeModal: async () => closeModal(starts(person.atHome)),
    opensHome: async () => opensHome(starts(true)),
    useShortcut: async (callbackId) =>
      sends(starts(person.atHome), shortcutPayload(known(doing, callbackId, 'global'), callbackId)),
    useShortcutOn: async (callbackId, message) => {
      const live = liveMessage(doing, message);
      if (live.only !== undefined) throw new Error('An ephemeral message has no shortcuts.');
      const payload = messageShortcutPayload(known(doing, callbackId, 'message'), callbackId, live);
      return sends(starts(false), payload);
    },
  };
};

const staysHome = ({ person }: Doing, on: unknown): boolean =>
  on === 'home' || (on === undefined && person.atHome);

const known = (doing: Doing, callbackId: string, type: string): Doing => {
  const { shortcuts } = doing.world.installed;
  if (doing.person.home !== doing.team.id)
    throw new Error(`${doing.person.id} is from elsewhere and has no shortcuts of the app.`);
  if (shortcuts.some((one) => one.callbackId === callbackId && one.type === type)) return doing;
  throw new Error(`The manifest has no ${type} shortcut "${callbackId}".`);
};

const sends = async (
  { world }: Doing,
  payload: ReturnType<typeof shortcutPayload>,
): Promise<Outcome> => outcomeOf(await deliver(world, { kind: 'interactive', payload }));

const opensHome = async ({ world, team, person }: Doing): Promise<Outcome> => {
  const view = person.homeView;
  const deliveries = await tellEvent(world, team, {
    type: 'app_home_opened',
    user: person.id,
    channel: person.dm,
    tab: 'home',
    event_ts: nextTs(world),
    ...(view ? { view: viewPayload(world, team, view) } : {}),
  });
  return ofDeliveries(deliveries);
};

const ofDeliveries = (deliveries: readonly EventDelivery[]): Outcome => ({
  acked: deliveries.some(({ acked }) => acked),
  status: deliveries.at(-1)?.status ?? 0,
  body: undefined,
});
