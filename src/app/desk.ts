import { sayNear } from '../domain/day.ts';
import { type Duty, isCalled, todoOf } from '../domain/duty.ts';
import { MOVED } from '../domain/item.ts';
import { holds, postOf } from '../domain/posts.ts';
import { hasRole } from '../domain/roles.ts';
import { openDuties } from '../domain/setting.ts';
import { capital, counted, listed } from '../domain/words.ts';
import type { Situation } from './command.ts';
import type { Button } from './message.ts';
import { isVisibleDuty } from './visible.ts';

/** One line of a desk, with the one thing to do about it. */
interface DeskRow {
  readonly line: string;
  readonly button?: Button;
}

interface DeskSection {
  readonly title: string;
  /** Said instead where there is nothing. */
  readonly empty: string;
  readonly rows: readonly DeskRow[];
}

/** What stands before a person who opens Heed without asking for anything. */
export interface Desk {
  readonly title: string;
  readonly sections: readonly DeskSection[];
  /** What may be begun from here. */
  readonly begin: readonly Button[];
}

/** PURE: what I owe, what waits for me, my bodies; of what the person may see. */
export const deskOf = (situation: Situation): Desk => {
  const { arrangement, actor, ledger } = situation;
  const open = openDuties(ledger, situation).filter((duty) => isVisibleDuty(situation, duty));
  const isMine = ({ owner }: Duty): boolean => holds(arrangement, actor, owner);
  const mine = open.filter(isMine);
  const waiting = open.filter((duty) => !isMine(duty) && wasTold(situation, duty));
  const posts = actor.posts.map((post) => postOf(arrangement, post));
  return {
    title: `${capital(listed(posts.map(({ called }) => `the ${called}`)))}`,
    sections: [
      {
        title: 'What I owe',
        empty: 'You owe nothing at the moment.',
        rows: mine.map((duty) => ({ line: sayDuty(duty, situation), button: actionOf(duty) })),
      },
      {
        title: 'What waits for me',
        empty: 'Nothing that others owe has been brought to you.',
        rows: waiting.map((duty) => waitingRow(duty, situation)),
      },
      {
        title: 'My bodies',
        empty: 'You chair no body of the partnership.',
        rows: posts
          .filter(({ role }) => role === 'group-chair')
          .map(({ standing }) => ({
            line: capital(standing),
            button: { label: 'What is owed', command: 'due all', fields: {} },
          })),
      },
      ...officeSection(situation),
    ],
    begin: beginnings(situation),
  };
};

/** What only the business unit can see to: what Heed needs, and how often it may have said a thing twice. */
const officeSection = ({ roles, ledger }: Situation): readonly DeskSection[] => {
  if (!roles.includes('business-unit')) return [];
  const again =
    ledger.sentAgain > 0
      ? [
          `${counted(ledger.sentAgain, 'message')} may have reached somebody twice, since nobody could tell whether it had arrived.`,
        ]
      : [];
  return [
    {
      title: 'What Heed needs',
      empty: 'Heed needs nothing of you.',
      rows: [...[...ledger.troubles.values()].map(({ sentence }) => sentence), ...again].map(
        (line) => ({ line }),
      ),
    },
  ];
};

/** The button that records it, or shows it where that takes more than a press. */
const actionOf = ({ settle, see, record }: Duty): Button => ({ ...(settle ?? see), record });

const waitingRow = (duty: Duty, situation: Situation): DeskRow => {
  const owner = `, the ${postOf(situation.arrangement, duty.owner).called}`;
  return {
    line: `${sayDuty(duty, situation)}${owner}`,
    button: { ...duty.see, record: duty.record },
  };
};

/** Whether one of the person's posts was sent a notice about it that is still true. */
const wasTold = ({ ledger, actor }: Situation, duty: Duty): boolean =>
  (ledger.told.get(duty.record) ?? []).some(
    (told) =>
      told.is === 'sent' &&
      isCalled(duty, told) &&
      told.due === duty.due &&
      told.rung !== MOVED &&
      told.person === actor.id,
  );

const sayDuty = (duty: Duty, { today }: Situation): string => {
  const { record, due, state } = duty;
  const what = `${record}, ${todoOf(duty)}`;
  if (state === 'late') return `Late: ${what}, was due ${sayNear(due, today)}`;
  return due === today ? `Today: ${what}` : `By ${sayNear(due, today)}: ${what}`;
};

const beginnings = ({ catalogue, roles }: Situation): readonly Button[] => [
  ...catalogue.flatMap(({ name, allow, shortcut }) =>
    shortcut?.on === 'anywhere' && hasRole(roles, allow)
      ? [{ label: shortcut.label, command: name, fields: {} }]
      : [],
  ),
  { label: 'What I may ask', command: 'help', fields: {} },
];
