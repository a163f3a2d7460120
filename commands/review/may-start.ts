import type { Situation } from '../../src/app/command.ts';
import type { Day } from '../../src/domain/day.ts';
import type { Incident } from '../../src/domain/incident.ts';
import type { ReviewKind } from '../../src/domain/reviews/rapid-review.ts';
import { meetsAct } from '../../src/domain/rules/criteria.ts';
import { notOn } from './written.ts';

interface Asked {
  readonly kind: ReviewKind;
  readonly due?: Day | undefined;
  readonly on: Day;
}

/** Why a review of this kind cannot be started now, and what to do. */
export const whyNotStart = (
  asked: Asked,
  incident: Incident,
  situation: Situation,
): string | undefined => {
  if (incident.review)
    return `${incident.ref} has its review already, ${incident.review}. /review show ${incident.review} shows where it stands.`;
  const day = notOn(asked.on, 'The beginning of a review', situation);
  if (day) return day;
  if (asked.kind === 'statutory') return whyNotStatutory(incident, situation);
  if (asked.kind === 'local' || asked.due) return undefined;
  return 'Say by when our part, or the learning of the agency, is expected: due=DAY.';
};

/** "a rapid review cannot be undertaken without the prior submission of a SIN" (deadlines.md D11). */
const whyNotStatutory = (
  incident: Incident,
  { arrangement: { timetable } }: Situation,
): string | undefined => {
  const { ref, dates } = incident;
  if (!meetsAct(incident))
    return `${ref} does not meet the criteria of section 16C(1), so no statutory rapid review follows. Start a local one with kind=local, or our part of another area's with kind=contribution.`;
  if (!dates.notified)
    return `A statutory rapid review follows a notification, and ${ref} has none yet. Record it first with /incident notified ${ref} on=DAY, or start a local review with kind=local.`;
  if (!dates[timetable.anchor])
    return `The timetable ${timetable.name} is counted from a day that ${ref} does not have. Give it with /incident correct ${ref} ${timetable.anchor}=DAY reason="…".`;
  return undefined;
};
