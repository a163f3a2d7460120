import type { Situation } from '../../src/app/command.ts';
import { foresee } from '../../src/app/foresee.ts';
import { type Message, plain } from '../../src/app/message.ts';
import type { Arrangement } from '../../src/domain/arrangement.ts';
import type { Change } from '../../src/domain/change.ts';
import { addDays, type Day, sayNear } from '../../src/domain/day.ts';
import { inForce } from '../../src/domain/in-force.ts';
import type { PostId } from '../../src/domain/item.ts';
import { holderOf, sayPost } from '../../src/domain/posts.ts';
import type { Roster } from '../../src/domain/roster.ts';
import type { PersonId } from '../../src/domain/signed.ts';
import { capital, lowered } from '../../src/domain/words.ts';

/** Who has what falls to a post, in a sentence: a person by their id, as they are called on the roster. */
const sayHolder = (post: PostId, arrangement: Arrangement): string => {
  const holder = holderOf(arrangement, post);
  return holder
    ? `What falls to ${sayPost(arrangement, post)} goes to @${holder.id}.`
    : `Nobody has what falls to ${sayPost(arrangement, post)}. The business unit is told; say who has it with /roster cover ${post} by=POST.`;
};

interface Span {
  readonly from: Day;
  /** Without one it goes on. */
  readonly to?: Day | undefined;
}

/** Under what was done: who has each post's matters from a day on, and from which day of it somebody else. */
export const rosterMessage = (
  title: string,
  posts: readonly PostId[],
  changes: readonly Change[],
  situation: Situation,
  span: Span = { from: situation.today },
): Message => {
  const { ledger } = foresee(situation, changes);
  const on = (day: Day) => inForce(ledger, situation.arrangement, day);
  const turns = turningDays(ledger.roster, span);
  return plain(
    capital(title),
    ...posts.flatMap((post) => [
      sayHolder(post, on(span.from)),
      ...turns
        .filter((day) => holderOf(on(day), post)?.id !== holderOf(on(addDays(day, -1)), post)?.id)
        .map(
          (day) => `From ${sayNear(day, situation.today)} on: ${lowered(sayHolder(post, on(day)))}`,
        ),
    ]),
  );
};

/** The days within a span on which somebody goes away or is back. */
const turningDays = (roster: Roster, { from, to }: Span): readonly Day[] => {
  const days = [...roster.values()].flatMap(({ away }) =>
    away.flatMap((one) => [one.from, ...(one.to ? [addDays(one.to, 1)] : [])]),
  );
  return [...new Set(days)].filter((day) => day > from && (!to || day <= to)).toSorted();
};

/** The posts that somebody holds themselves, without those they stand in for. */
export const ownPosts = ({ asOf, people }: Arrangement, who: PersonId): readonly PostId[] =>
  (people.get(who)?.posts ?? []).filter((post) => {
    const standIn = asOf?.standIns.get(post);
    return standIn?.person !== who;
  });
