import { type Action, askedOf, doneOf, eventsOf, extensionsOf } from '../action.ts';
import { chairOf } from '../agencies.ts';
import { sayDay } from '../day.ts';
import type { PostId } from '../item.ts';
import { boardOf } from '../posts.ts';
import type { Dated } from '../signed.ts';
import { often } from '../words.ts';
import { clocked } from './clocked.ts';
import type { Duty, Press, Setting } from './shape.ts';

export const actionDuties = (action: Action, setting: Setting): readonly Duty[] => [
  ...clocked(
    action,
    'action',
    {
      started: startedOf(action),
      began: 'The day was set for',
      from: action.due,
      owner: action.owner,
      body: action.group,
      what: action.what,
      done: doneOf(action),
      settle: {
        label: 'It is done',
        command: 'action done',
        fields: { actions: action.ref, on: 'today' },
      },
      ...noteOf(boardOf(setting.arrangement, action)),
    },
    setting,
  ),
  ...agreement(action, setting),
];

const noteOf = (board: string | undefined) =>
  board ? { note: `Another board carries it: ${board}.` } : {};

const SETS_THE_DAY = ['extended', 'reopened', 'reassigned'];

/** What fell before its day was set, or before it was this owner's, was never owed by them. */
const startedOf = (action: Action): Dated => {
  const last = eventsOf(action).findLast(({ is }) => SETS_THE_DAY.includes(is));
  return last ? { on: action.given.on, at: last.at, by: last.by } : action.given;
};

/** An extension that waits for the chair of its body, or for the partnership's where no body follows it. */
const agreement = (action: Action, setting: Setting): readonly Duty[] => {
  const asked = askedOf(action);
  if (!asked) return [];
  const answer = (label: string, is: 'agree' | 'decline'): Press => ({
    label,
    command: 'action agree',
    fields: { action: action.ref, answer: is, to: asked.to },
  });
  const answers = [
    answer('I agree to the new day', 'agree'),
    answer('It stays as it is', 'decline'),
  ];
  const [settle] = answers;
  return clocked(
    action,
    'agree-extension',
    {
      started: asked,
      began: 'It was asked for on',
      owner: agreesOn(action),
      round: asked.at,
      note: `“${action.what}” is due ${sayDay(action.due)}, and ${sayDay(asked.to)} is asked for; it was put off ${often(extensionsOf(action))} before. Reason: ${asked.reason}`,
      settle,
    },
    setting,
  ).map((duty) => ({ ...duty, answers }));
};

export const agreesOn = ({ group }: Action): PostId =>
  group === undefined ? ('chair' as PostId) : chairOf(group);
