import { z } from 'zod';
import { type Decision, defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { choices, freeText, yesNo } from '../../src/app/field.ts';
import type { Ref } from '../../src/domain/reference.ts';
import {
  AIMS,
  CONTENTS,
  type Content,
  missingFrom,
  type RapidReview,
} from '../../src/domain/reviews/rapid-review.ts';
import { CONTENT } from '../../src/domain/reviews/words.ts';
import { capital, listed } from '../../src/domain/words.ts';
import { on, pointer, RUNNERS, review } from './fields.ts';
import { onRapidReview } from './find.ts';
import { sayContents } from './rapid-words.ts';
import { notOn, writtenOn } from './written.ts';

const attested = (content: Content) => yesNo(capital(CONTENT[content])).optional();

const fields = z.object({
  review,
  a: attested('a'),
  b: attested('b'),
  c: attested('c'),
  d: attested('d'),
  e: attested('e'),
  f: attested('f'),
  g: attested('g'),
  h: attested('h'),
  i: attested('i'),
  j: attested('j'),
  k: attested('k'),
  aims: choices('Which of its aims the panel has considered', AIMS).optional(),
  omissions: freeText('Agencies that one would expect and that are missing, and why', {
    onCase: true,
  }).optional(),
  'secure-ref': pointer('Where the record is, in the secure file').optional(),
  complete: yesNo('The rapid review is complete').optional(),
  on,
});
type Values = z.infer<typeof fields>;

export const reviewRecord = defineCommand({
  name: 'review record',
  summary: 'Attest what the record of a rapid review holds, a to k; never what it says.',
  allow: RUNNERS,
  fields,
  decide: (values, situation) =>
    onRapidReview(values.review, situation, (review) => noteRecord(review, values, situation)),
});

const noteRecord = (review: RapidReview, values: Values, situation: Situation): Decision => {
  const { aims, omissions, complete, on } = values;
  const record = attestedIn(values);
  const missing = missingFrom({ record: { ...review.record, ...record } });
  const wrong =
    whyNot(review, complete, missing) ??
    notOn(on, 'The record', situation, { day: review.started.on, what: 'the review began' });
  if (wrong) return refuse(wrong);
  const isNow = missing.length === 0 && !review.completed;
  const change = {
    type: 'review-recorded',
    ref: review.ref,
    record,
    aims,
    omissions,
    secureRef: values['secure-ref'],
    ...(isNow ? { completed: on } : {}),
  } as const;
  const title = `${review.ref}: ${isNow ? 'the rapid review is complete' : 'the record is noted'}`;
  const lacks = missing.length > 0 ? [`Still missing: ${sayContents(missing)}.`] : [];
  return writtenOn(review.ref, [change], title, situation, lacks);
};

const attestedIn = (values: Values): RapidReview['record'] =>
  Object.fromEntries(
    CONTENTS.flatMap((content) =>
      values[content] === undefined ? [] : [[content, values[content]]],
    ),
  );

const whyNot = (
  { ref, kind, record, completed }: RapidReview,
  complete: boolean | undefined,
  missing: readonly Content[],
): string | undefined => {
  if (kind !== 'statutory' && kind !== 'local')
    return `${ref} is somebody else's review, so its record is not kept here. When our part is done: /review sent ${ref}.`;
  const lost = completed ? missing.filter((one) => !missingFrom({ record }).includes(one)) : [];
  if (lost.length > 0) return sayLost(ref, lost);
  return complete && missing.length > 0
    ? `${ref} cannot be complete: its record lacks ${sayContents(missing)}. Attest what is there with /review record ${ref} ${missing.map((one) => `${one}=yes`).join(' ')}.`
    : undefined;
};

/** A review that is complete stays so (governance.md G64). */
const sayLost = (ref: Ref, lost: readonly Content[]): string =>
  lost.length === 1 && lost[0] === 'h'
    ? `${ref} is complete, and without a practice review its record has to say why nothing more is learnt: give h=yes with d=no.`
    : `${ref} is complete, and its record would then lack ${sayContents(lost)}. Leave ${listed(lost)} as ${lost.length === 1 ? 'it was' : 'they were'}.`;
