import { inputIds, refusedView } from './api-views.ts';
import { deliver } from './deliver.ts';
import { refusedForm } from './form-checks.ts';
import { isJson, type Json, str, textIn } from './json.ts';
import { controlsOf } from './keep.ts';
import { outcomeOf, refused } from './outcomes.ts';
import { closedPayload, type Doing, submissionPayload } from './payloads.ts';
import { newResponseUrl } from './triggers.ts';
import type { Outcome } from './types.ts';
import { chosen, withValue } from './values.ts';
import { blocksOf, changeView, comesUp, MOST_VIEWS, newView, setStack, topOf } from './views.ts';
import type { Person, View } from './world.ts';

export const fill = (person: Person, label: string, value: string | readonly string[]): void => {
  const view = topModal(person);
  const found = controlsOf(blocksOf(view)).find(
    ({ block, element }) =>
      block.type === 'input' &&
      [textIn(block.label), block.block_id, element.action_id].includes(label),
  );
  if (!found) throw new Error(`The modal has no input "${label}".`);
  const { block, element } = found;
  const state = chosen(element, typeof value === 'string' ? [value] : value);
  view.values = withValue(view.values, str(block.block_id), str(element.action_id), state);
};

const topModal = (person: Person): View => {
  const view = topOf(person);
  if (!view) throw new Error(`${person.id} has no modal open.`);
  return view;
};

export const submit = async (doing: Doing): Promise<Outcome> => {
  const view = topModal(doing.person);
  if (view.content.submit === undefined) throw new Error('The modal has nothing to submit.');
  const stopped = refusedForm(blocksOf(view), view.values);
  if (stopped) return refused(stopped.error, stopped.labels);
  view.errors = {};
  const payload = submissionPayload(doing, view, responseUrls(doing, view));
  const outcome = outcomeOf(await deliver(doing.world, { kind: 'interactive', payload }));
  return outcome.acked ? follow(doing, view, outcome) : hadTrouble(outcome, [outcome.error ?? '']);
};

/** The client says the same of everything that goes wrong here; `labels` says what it was. */
const hadTrouble = (outcome: Outcome, labels: readonly string[]): Outcome => ({
  ...outcome,
  error: 'trouble_connecting',
  labels,
});

const responseUrls = ({ world, team, person }: Doing, view: View): readonly Json[] =>
  controlsOf(blocksOf(view))
    .filter(({ element }) => element.response_url_enabled === true)
    .flatMap(({ block, element }) => {
      const state = view.values[str(block.block_id)]?.[str(element.action_id)];
      const channel = str(state?.selected_conversation) || str(state?.selected_channel);
      if (!channel) return [];
      const from = { team: team.id, user: person.id, channel, source: undefined };
      return [
        {
          block_id: block.block_id,
          action_id: element.action_id,
          channel_id: channel,
          response_url: newResponseUrl(world, 'app', from),
        },
      ];
    });

type Following = (doing: Doing, view: View, said: Json) => readonly string[];

/** What each response_action does; it says what is wrong where Slack cannot do it. */
const FOLLOWING: Readonly<Record<string, Following>> = {
  errors: (_doing, view, { errors }) => {
    const named = isJson(errors) ? errors : {};
    const strange = Object.keys(named).filter((id) => !inputIds(view).includes(id));
    if (Object.keys(named).length === 0) return ['errors: there are none'];
    if (strange.length > 0) return strange.map((id) => `errors: no input block "${id}"`);
    view.errors = Object.fromEntries(Object.entries(named).map(([id, text]) => [id, str(text)]));
    return [];
  },
  update: ({ world, person }, view, said) => {
    const wrong = wrongWith(said.view);
    if (wrong.length > 0) return wrong;
    changeView(world, view, isJson(said.view) ? said.view : {});
    comesUp(person, view);
    return [];
  },
  push: ({ world, team, person }, view, said) => {
    const wrong = wrongWith(said.view);
    if (wrong.length > 0) return wrong;
    if (person.stack.length >= MOST_VIEWS) return ['push_limit_reached'];
    const pushed = newView(world, team, person, isJson(said.view) ? said.view : {}, view);
    setStack(team, person, [...person.stack, pushed]);
    comesUp(person, pushed);
    return [];
  },
  clear: ({ team, person }) => {
    setStack(team, person, []);
    return [];
  },
};

const wrongWith = (view: unknown): readonly string[] => {
  const refusal = refusedView(view, 'modal');
  if (!refusal) return [];
  const messages = isJson(refusal.response_metadata) ? refusal.response_metadata.messages : [];
  return [str(refusal.error), ...(Array.isArray(messages) ? messages.map(str) : [])];
};

const follow = (doing: Doing, view: View, outcome: Outcome): Outcome => {
  const { team, person } = doing;
  const { body } = outcome;
  if (body === undefined) {
    setStack(
      team,
      person,
      person.stack.filter((one) => one !== view),
    );
    return outcome;
  }
  const said = isJson(body) ? body : {};
  const following = FOLLOWING[str(said.response_action)];
  const wrong = following ? following(doing, view, said) : ['not a response_action'];
  return wrong.length > 0 ? hadTrouble(outcome, wrong) : outcome;
};

/** The view's own close button: back to what is under it, or all of it where it says clear_on_close. */
export const closeModal = async (doing: Doing): Promise<Outcome> => {
  const { world, team, person } = doing;
  const view = topModal(person);
  const isCleared = view.content.clear_on_close === true;
  const closed = isCleared ? [...person.stack].reverse() : [view];
  setStack(team, person, isCleared ? [] : person.stack.slice(0, -1));
  let outcome: Outcome = { acked: true, status: 0, body: undefined };
  for (const one of closed.filter(({ content }) => content.notify_on_close === true)) {
    const payload = closedPayload(doing, one, isCleared);
    outcome = outcomeOf(await deliver(world, { kind: 'interactive', payload }));
  }
  return outcome;
};
