import { z } from 'zod';
import { defineCommand, refuse } from '../../src/app/command.ts';
import { choices, freeText, yesNo } from '../../src/app/field.ts';
import {
  AIMS,
  CONTENTS,
  type Content,
  missingFrom,
  type RapidReview,
} from '../../src/domain/reviews/rapid-review.ts';
import { CONTENT } from '../../src/domain/reviews/words.ts';
import { capital } from '../../src/domain/words.ts';
import { on, pointer, RUNNERS, review } from './fields.ts';
import { onRapidReview } from './find.ts';
import { sayContents } from './rapid-words.ts';
import { notOn, writtenOn } from './written.ts';

const attested = (content: Content) => yesNo(capital(CONTENT[content])).optional();

export const reviewRecord = defineCommand({
  name: 'review record',
  summary: 'Attest what the record of a rapid review holds, a to k; never what it says.',
  allow: RUNNERS,
  fields: z.object({
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
  }),
  decide: (
    { review: asked, aims, omissions, 'secure-ref': secureRef, complete, on, ...said },
    situation,
  ) =>
    onRapidReview(asked, situation, (review) => {
      const record = Object.fromEntries(
        CONTENTS.flatMap((content) =>
          said[content] === undefined ? [] : [[content, said[content]]],
        ),
      );
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
        secureRef,
        ...(isNow ? { completed: on } : {}),
      } as const;
      const title = isNow
        ? `${review.ref}: the rapid review is complete`
        : `${review.ref}: the record is noted`;
      const lacks = missing.length > 0 ? [`Still missing: ${sayContents(missing)}.`] : [];
      return writtenOn(review.ref, [change], title, situation, lacks);
    }),
});

const whyNot = (
  { ref, kind }: RapidReview,
  complete: boolean | undefined,
  missing: readonly Content[],
): string | undefined => {
  if (kind !== 'statutory' && kind !== 'local')
    return `${ref} is somebody else's review, so its record is not kept here. When our part is done: /review sent ${ref}.`;
  return complete && missing.length > 0
    ? `${ref} cannot be complete: its record lacks ${sayContents(missing)}. Attest what is there with /review record ${ref} ${missing.map((one) => `${one}=yes`).join(' ')}.`
    : undefined;
};
