import type { Asking } from '../../app/decide.ts';
import type { Answer } from '../../app/dispatch.ts';
import { UnsafeStore } from '../../app/ports.ts';
import { isReference } from '../../domain/reference.ts';
import { sayBug } from '../chat/say-bug.ts';
import { unescaped } from './escape.ts';
import { formView, MORE, MOST_CARRIED } from './form.ts';
import { reached, soon } from './patience.ts';
import {
  type Asker,
  askerOf,
  carriedBy,
  fieldsOf,
  filledIn,
  Press,
  ShortcutUse,
  SlashCommand,
  type View,
} from './request.ts';
import type { Slack } from './slack.ts';
import { tellAsker } from './tell.ts';
import { byCommand, byTrigger, type Carrier, type Way, wayFrom } from './way.ts';

/** Says to Slack that something has come, and with a slash command what is answered. */
export type Ack = (answer?: object) => Promise<void>;

/** Asks for somebody in Slack, once however often it comes. */
export const askFor = (
  slack: Slack,
  { home, user, team }: Asker,
  asking: Asking,
  once: string,
): Promise<Answer> =>
  slack.ask({
    actor: slack.roster.personOf(home, user) ?? '',
    via: 'slack',
    asking,
    once: `slack/${team}/${once}`,
  });

/** By the bot of the workspace that somebody asks from, or the host's. */
export const carrierFor = (
  { roster, settings, carrierOf }: Slack,
  { team, home }: Pick<Asker, 'team' | 'home'>,
): Carrier => {
  const workspace = roster.workspaceOf(team) ?? roster.workspaceOf(home) ?? settings.workspaces[0];
  if (!workspace) throw new Error('Slack has no workspace');
  return carrierOf(workspace);
};

/** A slash command: "/scp-incident log harm=died" is "/incident log harm=died". */
export const onCommand = async (slack: Slack, body: unknown, ack: Ack): Promise<void> => {
  const { command, text, team_id: team, user_id: user, ...asked } = SlashCommand.parse(body);
  const asker = { home: team, user, team };
  const nameOf = (id: string) => slack.roster.personOf(team, id);
  const { prefix } = slack.settings;
  // The manifest may have been made without the prefix of the settings, or before it was changed.
  const family = command.slice(command.startsWith(`/${prefix}`) ? 1 + prefix.length : 1);
  const typed = `/${family} ${unescaped(text, nameOf)}`;
  const { trigger_id: trigger, response_url: url } = asked;
  const way = byCommand(carrierFor(slack, asker), { url, trigger });
  await answerBy(slack, { asker, way, ack }, () => askFor(slack, asker, { typed }, trigger));
};

export const onPress = async (slack: Slack, body: unknown, ack: Ack): Promise<void> => {
  const press = Press.parse(body);
  const asker = askerOf(press);
  const carrier = carrierFor(slack, asker);
  const [{ action_id: action, value }] = press.actions;
  if (action === MORE && press.view) {
    await ack();
    return turnPage(slack, carrier, asker, { ...press, view: press.view });
  }
  const command = action.replace(/^\d+:/, '');
  const asking = { command, fields: fieldsOf(value) };
  const way = wayFrom(carrier, press);
  await answerBy(slack, { asker, way, ack }, () => askFor(slack, asker, asking, press.trigger_id));
};

/** The second page of a form, above the first, with what is filled in there. */
const turnPage = async (
  slack: Slack,
  carrier: Carrier,
  { home, user }: Asker,
  { trigger_id, view }: { readonly trigger_id: string; readonly view: View },
): Promise<void> => {
  const carried = carriedBy(view);
  if (!carried) return;
  const fields = { ...carried.fields, ...filledIn(view) };
  const form = await slack.form(slack.roster.personOf(home, user) ?? '', carried.command, fields);
  if (!form) return;
  const sayHere = (said: string) =>
    carrier.call('views.update', { view_id: view.id, view: formView(form, { said }) });
  if (JSON.stringify(form.filled).length > MOST_CARRIED) return void (await sayHere(TOO_LONG));
  const next = formView(form, { page: 2, first: view.id });
  const pushed = await carrier.call('views.push', { trigger_id, view: next });
  if (pushed.is !== 'done') await sayHere(NOT_OPENED);
};

const TOO_LONG =
  'What is written here is too long to be kept while you fill in the rest. Shorten it, or save it and correct it afterwards.';

const NOT_OPENED = 'Slack did not open the other page. Press More fields again.';

/** "anywhere:due", or "message:why" with the message that it was used on. */
export const onShortcut = async (slack: Slack, body: unknown, ack: Ack): Promise<void> => {
  const used = ShortcutUse.parse(body);
  const asker = askerOf(used);
  const command = used.callback_id.replace(/^[a-z]+:/, '');
  const way = byTrigger(carrierFor(slack, asker), used.trigger_id);
  const fields = used.message ? fromMessage(slack, command, used.message.text) : {};
  const asking = { command, fields };
  await answerBy(slack, { asker, way, ack }, () => askFor(slack, asker, asking, used.trigger_id));
};

/** The field that a shortcut fills: with the reference in a message, or with its text. */
const fromMessage = (
  { catalogue }: Slack,
  command: string,
  text: string,
): Readonly<Record<string, string>> => {
  const shortcut = catalogue.find(({ name }) => name === command)?.shortcut;
  if (shortcut?.on !== 'message') return {};
  if (shortcut.takes === 'text') return { [shortcut.field]: unescaped(text, () => undefined) };
  const ref = text.match(/\b[A-Z]{2}-\d{4}-\d+\b/g)?.find(isReference);
  return ref ? { [shortcut.field]: ref } : {};
};

interface Back {
  readonly asker: Asker;
  readonly way: Way;
  readonly ack: Ack;
}

/**
 * Decided and durable before it is acknowledged, so that Slack itself tells whoever asked where nothing
 * came of it; acknowledged without, where that takes too long. What the acknowledgement can say is said
 * in it.
 */
const answerBy = async (
  slack: Slack,
  { asker, way, ack }: Back,
  ask: () => Promise<Answer>,
): Promise<void> => {
  const working = decided(slack, ask);
  const first = await soon(slack, working);
  if (first?.is === 'unsafe') return;
  const inside = way.inside?.(first?.answer);
  const isThere = await reached(ack(inside));
  if (first && inside && isThere) return slack.afterwards();
  const outcome = await working;
  if (outcome.is === 'unsafe') return;
  slack.afterwards();
  await say(slack, { asker, way }, outcome.answer);
};

type Outcome = { readonly is: 'decided'; readonly answer: Answer } | { readonly is: 'unsafe' };

/** What is wrong inside Heed is told under its code, and stops nothing else but an unsafe store. */
const decided = async (slack: Slack, ask: () => Promise<Answer>): Promise<Outcome> => {
  try {
    return { is: 'decided', answer: await ask() };
  } catch (bug) {
    if (!(bug instanceof UnsafeStore)) return { is: 'decided', answer: told(slack, bug) };
    slack.onTrouble(bug);
    return { is: 'unsafe' };
  }
};

const told = (slack: Slack, bug: unknown): Answer => ({
  is: 'refused',
  asked: '',
  message: slack.worded(sayBug(bug, slack.onBug)),
});

const say = async (
  slack: Slack,
  { asker, way }: Pick<Back, 'asker' | 'way'>,
  { form, message }: Answer,
): Promise<void> => {
  try {
    const said = (form && (await way.form(form))) || (await way.answer(message));
    if (!said) await tellAsker(slack, asker, message);
  } catch (bug) {
    await way.answer(told(slack, bug).message).catch(slack.onBug);
  }
};
