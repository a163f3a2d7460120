import type { Arrangement, Rung } from '../arrangement.ts';
import { addDays, addMonths, daysBetween, sayDay } from '../day.ts';
import { sayPost } from '../posts.ts';
import type { ReviewClock } from '../rules/review-clock.ts';
import { TERM_CLOCKS, termLadder } from '../rules/term.ts';
import { appointingBody, appointingPosts, isAppointed } from '../terms/appointing.ts';
import type { Term } from '../terms/term.ts';
import { drawDuty } from './clocked.ts';
import type { Duty, Setting } from './shape.ts';

/** Who comes after is settled before a term ends. A post that is none any more needs nobody. */
export const termDuties = (term: Term, setting: Setting): readonly Duty[] => {
  const { until, post, set, over } = term;
  const { arrangement } = setting;
  const found = arrangement.posts.get(post);
  if (!found) return [];
  const [six, three] = [6, 3].map((months) => daysBetween(addMonths(until, -months), until));
  return [
    drawDuty(
      term,
      {
        name: 'end-of-term',
        ruleId: 'roster/end-of-term',
        rule: {
          ...TERM_CLOCKS['end-of-term'],
          ...sayAppoints(term, arrangement),
          ladder: termLadder(six ?? 0, three ?? 0, whoAppoints(term, arrangement)),
        },
      },
      {
        started: set,
        began: 'The term ends on',
        from: until,
        done: over,
        isOver: found.ended !== undefined,
        what: `settle who is ${sayPost(arrangement, post)} from ${sayDay(addDays(until, 1))}`,
        settle: { label: 'Appoint for another term', command: 'roster appoint', fields: { post } },
      },
      setting,
    ),
  ];
};

/** S0 8.2 and 8.3: the statutory partners appoint the chair and the scrutineer, or the body that the arrangement names (S2 4.2.1); other posts are not theirs. */
const whoAppoints = ({ post }: Term, arrangement: Arrangement): Rung['to'] => {
  if (!isAppointed(post, arrangement)) return [];
  return appointingBody(arrangement)
    ? appointingPosts(arrangement).filter((one) => one !== post)
    : ['statutory-partners'];
};

/** Where an arrangement has another body appoint, its source says so. */
const sayAppoints = ({ post }: Term, arrangement: Arrangement): Partial<ReviewClock> => {
  const { appoints } = arrangement;
  const body = appointingBody(arrangement);
  if (!appoints || !body || !isAppointed(post, arrangement)) return {};
  return {
    addressee: `those who appoint: ${body.name}`,
    source: `${appoints.source}; the six months of notice are ours`,
    quote: appoints.quote,
  };
};
