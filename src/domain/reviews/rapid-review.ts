import { z } from 'zod';
import { Day } from '../day.ts';
import { EVERY_RECORD } from '../every-record.ts';
import { PostId } from '../item.ts';
import { Ref } from '../reference.ts';
import { Dated } from '../signed.ts';
import { Decision } from './decision.ts';
import { Media } from './media.ts';

/**
 * A statutory review follows a notification; a local one does not need it (deadlines.md D11). The
 * others are somebody else's: another area's to which we contribute, an agency's own.
 */
export const KINDS = ['statutory', 'local', 'contribution', 'single-agency'] as const;
export type ReviewKind = (typeof KINDS)[number];

/** What a rapid review's record covers (S2, 7.2.5). */
export const CONTENTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'] as const;
export type Content = (typeof CONTENTS)[number];

/** What a rapid review is to enable the partners to do (S0, Appendix 7; S2, 7.2.5). */
export const AIMS = ['facts', 'immediate-action', 'improvements', 'next-steps'] as const;

export const RapidReview = z
  .object({
    is: z.literal('rapid-review'),
    ref: Ref,
    kind: z.enum(KINDS),
    /** What the partnership calls such a review, by the id that its arrangement has it under. */
    type: z.string().optional(),
    incident: Ref,
    children: z.array(z.string()).readonly(),
    /** The arrangement's timetable when it began. */
    timetable: z.string(),
    started: Dated,
    /** The agencies whose leads are its panel. */
    agencies: z.array(z.string()).readonly(),
    /** The request by which its agencies were asked for their information. */
    scoping: Ref.optional(),
    /** Posts that own a step of its timetable. */
    owners: z.array(PostId).readonly(),
    /** When its panel meets. */
    panelOn: Day.optional(),
    /** When what we contribute, or are to be told, is expected. */
    expected: Day.optional(),
    /** That the record holds each, never what it holds. */
    record: z.partialRecord(z.enum(CONTENTS), z.boolean()).readonly(),
    /** Which of its aims the panel has considered. */
    aims: z.array(z.enum(AIMS)).readonly().optional(),
    omissions: z.string().optional(),
    /** Where the record itself is. */
    secureRef: z.string().optional(),
    completed: Dated.optional(),
    steps: z.record(z.string(), Dated).readonly(),
    /** Append-only; the last one holds. */
    decisions: z.array(Decision).readonly(),
    /** By the number of the decision that was sent with it. */
    sent: z.record(z.string(), Dated).readonly(),
    /** When the Panel answered, by the same number. */
    replied: z.record(z.string(), Dated).readonly(),
    familyInformed: z.record(z.string(), Dated).readonly(),
    media: z.array(Media).readonly(),
    ...EVERY_RECORD,
  })
  .readonly();
export type RapidReview = z.infer<typeof RapidReview>;

export const decisionOf = ({ decisions }: RapidReview): Decision | undefined => decisions.at(-1);

/** The number of the decision that holds, by which what was told of it is kept. */
export const versionOf = ({ decisions }: RapidReview): string => String(decisions.length);

/** Questions: a no is an answer. Of the others a no says that it is not in the record. */
const QUESTIONS: ReadonlySet<Content> = new Set(['a', 'd', 'e', 'f', 'g']);

/** What is still missing; k is held elsewhere by definition, h needed only where d is no. */
export const missingFrom = ({ record }: Pick<RapidReview, 'record'>): readonly Content[] =>
  CONTENTS.filter((content) => {
    if (content === 'k' || (content === 'h' && record.d !== false)) return false;
    const said = record[content];
    return said === undefined || (!said && !QUESTIONS.has(content));
  });
