import { type Asked, fail, failBecause, type Method, ok } from './api-answer.ts';
import { isJson, type Json, str } from './json.ts';
import { faultsOfView, isTooLarge } from './shape-views.ts';
import { redeem } from './triggers.ts';
import {
  blocksOf,
  changeView,
  comesUp,
  MOST_VIEWS,
  newView,
  setStack,
  topOf,
  viewPayload,
} from './views.ts';
import { type Person, personOf, type Team, type View } from './world.ts';

/** Why Slack does not show such a view, if it does not. */
export const refusedView = (view: unknown, kind: 'modal' | 'home'): Json | undefined => {
  if (!isJson(view))
    return failBecause('invalid_arguments', ['must provide a view [json-pointer:/view]']);
  if (isTooLarge(view)) return fail('view_too_large');
  const faults = faultsOfView(view, kind);
  return faults.length > 0 ? failBecause('invalid_arguments', faults) : undefined;
};

const contentOf = ({ args }: Asked): Json => (isJson(args.view) ? args.view : {});

const externalIdTaken = (team: Team, content: Json, besides?: View): boolean =>
  Boolean(content.external_id) &&
  [...team.views.values()].some(
    (view) => view !== besides && view.content.external_id === content.external_id,
  );

const shown = (asked: Asked, person: Person, view: View): Json => {
  comesUp(person, view);
  return ok({ view: viewPayload(asked.world, asked.team, view) });
};

/** Whoever pulled the trigger, once the view is found fit. */
const triggered = (asked: Asked, then: (person: Person) => Json): Json => {
  const refused = refusedView(asked.args.view, 'modal');
  if (refused) return refused;
  if (externalIdTaken(asked.team, contentOf(asked))) return fail('duplicate_external_id');
  const redeemed = redeem(asked.world, asked.team, str(asked.args.trigger_id));
  return redeemed.is === 'refused'
    ? fail(redeemed.error)
    : then(personOf(asked.team, redeemed.user));
};

const open: Method = {
  required: ['trigger_id', 'view'],
  answer: (asked) =>
    triggered(asked, (person) => {
      const view = newView(asked.world, asked.team, person, contentOf(asked));
      setStack(asked.team, person, [view]);
      return shown(asked, person, view);
    }),
};

const push: Method = {
  required: ['trigger_id', 'view'],
  answer: (asked) =>
    triggered(asked, (person) => {
      const below = topOf(person);
      if (!below) return fail('not_found');
      if (person.stack.length >= MOST_VIEWS) return fail('push_limit_reached');
      const view = newView(asked.world, asked.team, person, contentOf(asked), below);
      setStack(asked.team, person, [...person.stack, view]);
      return shown(asked, person, view);
    }),
};

const named = ({ team, args }: Asked): View | undefined =>
  team.views.get(str(args.view_id)) ??
  [...team.views.values()].find(
    ({ content }) => Boolean(args.external_id) && content.external_id === args.external_id,
  );

const update: Method = {
  required: ['view'],
  answer: (asked) => {
    const { world, team, args } = asked;
    const view = named(asked);
    const refused = refusedView(args.view, view?.content.type === 'home' ? 'home' : 'modal');
    if (refused) return refused;
    if (!view) return fail('not_found');
    if (args.hash && args.hash !== view.hash) return fail('hash_conflict');
    if (externalIdTaken(team, contentOf(asked), view)) return fail('duplicate_external_id');
    changeView(world, view, contentOf(asked));
    return shown(asked, personOf(team, view.user), view);
  },
};

const publish: Method = {
  required: ['user_id', 'view'],
  answer: (asked) => {
    const { world, team, args } = asked;
    if (!world.installed.homeTab) return fail('not_enabled');
    const person = team.people.get(str(args.user_id));
    if (!person) return fail('user_not_found');
    const refused = refusedView(args.view, 'home');
    if (refused) return refused;
    if (args.hash && args.hash !== person.homeView?.hash) return fail('hash_conflict');
    if (person.homeView) changeView(world, person.homeView, contentOf(asked));
    const view = person.homeView ?? newView(world, team, person, contentOf(asked));
    person.homeView = view;
    return shown(asked, person, view);
  },
};

export const VIEWS = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
} as const satisfies Readonly<Record<string, Method>>;

export const inputIds = (view: View): readonly string[] =>
  blocksOf(view)
    .filter(({ type }) => type === 'input')
    .map(({ block_id }) => str(block_id));
