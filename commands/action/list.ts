import { z } from 'zod';
import { sayAction, sayOrigin } from '../../src/app/action-words.ts';
import { accept, defineCommand, type Situation } from '../../src/app/command.ts';
import { agencyField, bodyField, choice, postField, words } from '../../src/app/field.ts';
import { paged } from '../../src/app/paged.ts';
import { type Action, doneOf, evidenceOf } from '../../src/domain/action.ts';
import { speaksFor } from '../../src/domain/agencies.ts';
import { dutiesOf } from '../../src/domain/duty.ts';
import { canSee } from '../../src/domain/posts.ts';
import { compareReferences } from '../../src/domain/reference.ts';
import { hasRole } from '../../src/domain/roles.ts';
import { counted } from '../../src/domain/words.ts';
import { page } from '../due/page.ts';
import { GIVERS } from './fields.ts';
import { tableOf } from './table.ts';

const STATES = ['open', 'late', 'due-this-month', 'done', 'evidence-missing', 'all'] as const;

export const actionList = defineCommand({
  name: 'action list',
  summary: 'List the actions, the soonest first: by body, owner, agency, source or state.',
  allow: 'everyone',
  fields: z.object({
    state: choice('Which', STATES, { fallback: 'open', bare: true }),
    body: bodyField('Followed by which body').optional(),
    owner: postField('Whose').optional(),
    agency: agencyField('Of which agency').optional(),
    source: words('From where: a reference, or a word of it').optional(),
    page,
  }),
  decide: ({ page, ...wanted }, situation) => {
    const actions = visibleActions(situation).filter((action) =>
      isWanted(action, wanted, situation),
    );
    return accept({
      ...paged({
        title: `${counted(actions.length, 'action')}${SAID[wanted.state]}`,
        empty: sayNone(wanted, situation),
        rows: actions.map((action) => ({
          line: sayAction(action, situation),
          about: [action.ref],
          duties: dutiesOf(action, situation),
        })),
        page,
        next: { command: 'action list', fields: filtersOf(wanted) },
      }),
      table: tableOf(actions, situation),
    });
  },
});

const SAID = {
  open: ' open',
  late: ' late',
  'due-this-month': ' due this month',
  done: ' done',
  'evidence-missing': ' done without evidence',
  all: '',
} as const satisfies Record<(typeof STATES)[number], string>;

/** "No action of those that you asked for is late." */
const sayNone = ({ state, ...filters }: Wanted, { roles }: Situation): string => {
  const isFiltered = Object.values(filters).some((one) => one !== undefined);
  const all = state === 'all' ? 'There is no action' : `No action is${SAID[state]}`;
  const none = isFiltered
    ? `${all} among those you asked for. /action list ${state} shows every one.`
    : `${all}.`;
  return hasRole(roles, GIVERS) ? `${none} /action add gives one.` : none;
};

interface Wanted {
  readonly state: (typeof STATES)[number];
  readonly body?: string | undefined;
  readonly owner?: string | undefined;
  readonly agency?: string | undefined;
  readonly source?: string | undefined;
}

const filtersOf = (wanted: Wanted): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(wanted).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );

/** Those that the person may see, the soonest first. */
const visibleActions = ({ ledger, arrangement, actor }: Situation): readonly Action[] =>
  [...ledger.records.values()]
    .filter((record) => record.is === 'action')
    .filter((record) => canSee(arrangement, actor, record))
    .toSorted((a, b) => a.due.localeCompare(b.due) || compareReferences(a.ref, b.ref));

const isWanted = (
  action: Action,
  { state, body, owner, agency, source }: Wanted,
  situation: Situation,
): boolean =>
  IN_STATE[state](action, situation) &&
  (body === undefined || action.group === body) &&
  (owner === undefined || action.owner === owner) &&
  (agency === undefined || speaksFor(agency, action.owner)) &&
  (source === undefined || folded(sayOrigin(action)).includes(folded(source)));

/** "section-11" finds "Section 11 audit 2026". */
const folded = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, ' ');

const isOpenOne = (action: Action): boolean => doneOf(action) === undefined;
const IN_STATE: Readonly<
  Record<(typeof STATES)[number], (action: Action, situation: Situation) => boolean>
> = {
  open: isOpenOne,
  late: (action, { today }) => isOpenOne(action) && action.due < today,
  'due-this-month': (action, { today }) =>
    isOpenOne(action) && action.due.slice(0, 7) === today.slice(0, 7),
  done: (action) => !isOpenOne(action),
  'evidence-missing': (action) => !isOpenOne(action) && !evidenceOf(action),
  all: () => true,
};
