import { bodyName } from '../../src/app/action-words.ts';
import type { Situation } from '../../src/app/command.ts';
import type { Table } from '../../src/app/message.ts';
import { type Action, doneOf, eventsOf, evidenceOf } from '../../src/domain/action.ts';
import { boardOf, postOf } from '../../src/domain/posts.ts';
import { standingOf } from '../../src/domain/rating.ts';

/** Actions as a spreadsheet has them, under the headings that `/action import` reads again. */
export const tableOf = (actions: readonly Action[], situation: Situation): Table => ({
  headings: [
    'Reference',
    'Action',
    'Owner',
    'Due',
    'Body',
    'Source',
    'Standing',
    'Why',
    'Completed',
    'Evidence',
    'Other board',
    'Last note',
  ],
  rows: actions.map((action) => rowOf(action, situation)),
});

const rowOf = (action: Action, situation: Situation): readonly string[] => {
  const { is, why } = standingOf(action, situation);
  const note = eventsOf(action).findLast((event) => event.is === 'updated');
  return [
    action.ref,
    action.what,
    postOf(situation.arrangement, action.owner).called,
    action.due,
    action.group ? bodyName(situation, action.group) : '',
    action.source ?? action.origin ?? '',
    is,
    why,
    doneOf(action)?.on ?? '',
    evidenceOf(action) ?? '',
    boardOf(situation.arrangement, action) ?? '',
    note?.is === 'updated' ? note.note : '',
  ];
};
