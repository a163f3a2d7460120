import { londonDay, sayDay } from '../src/domain/day.ts';
import type { PurgeDecision } from '../src/domain/keeping/keeping.ts';
import { counted, listed } from '../src/domain/words.ts';
import type { Purge } from './purge-plan.ts';

/** What would go, or has gone, in words: references alone, nothing of any case. */
export const sayPurge = (where: string, found: Purge, isDone: boolean): string => {
  const { plan, waiting } = found;
  return [
    plan
      ? `${isDone ? 'Purged from' : 'Would be purged from'} ${where}, as was decided:`
      : `There is nothing to purge in ${where}: ${waiting.held.length > 0 ? 'all that was decided is held' : 'nobody has decided it (/keep purge)'}.`,
    ...(plan ? waiting.open.map(sayDecision) : []),
    ...(plan ? whatGoes(found, plan.marks.size) : []),
    ...waiting.held.map(
      ({ decision, by }) => `Left as it is: ${decision.ref}, since ${by} is under a legal hold.`,
    ),
    ...(plan ? (isDone ? [DONE, ...ELSEWHERE] : [...ELSEWHERE, NOT_YET]) : []),
    '',
  ].join('\n');
};

const sayDecision = ({ ref, refs, at, seq }: PurgeDecision): string => {
  const others = refs.filter((one) => one !== ref);
  const along = others.length > 0 ? `, with ${listed(others)}` : '';
  return `- ${ref}${along} (decided on ${sayDay(londonDay(at))}, entry ${seq})`;
};

const whatGoes = ({ entries, said, aside }: Purge, marks: number): readonly string[] => [
  `${marks} of ${counted(entries, 'entry', 'entries')} of the log ${marks === 1 ? 'becomes a mark: it keeps its number, its time, who it was and its hash' : 'become marks: each keeps its number, its time, who it was and its hash'}, and what it says of others.`,
  ...[...said].map(([name, count]) => `Of ${name}: ${counted(count, 'item')}.`),
  ...(aside.length > 0
    ? [`What was kept aside goes too, since it may hold what is purged: ${listed([...aside])}.`]
    : []),
];

const DONE = 'The chain was walked from end to end: it goes through the marks. Start Heed again.';
const ELSEWHERE = [
  'Copies made before still hold it: make a new one, and destroy those. Whoever puts an older one back has to purge again.',
  'When Heed starts again it empties its messages that lie in Slack and Teams. What they keep of the earlier wording, and what was sent by e-mail, is not reached: have it deleted there.',
];
const NOT_YET = 'Nothing was changed. To do it, say the same with --sure; it cannot be taken back.';
