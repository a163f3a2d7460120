import fc from 'fast-check';
import type { z } from 'zod';
import { Entry } from '../../src/domain/change.ts';
import { instant } from '../../src/domain/day.ts';
import { goesWith } from '../../src/domain/keeping/goes-with.ts';
import { fold } from '../../src/domain/picture.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { logged } from '../support/entries.ts';

type Given = z.input<typeof Entry>;
type Change = Given['changes'][number];

const FIRST = Date.parse('2026-01-05T09:00:00.000Z');
const at = (seq: number) => instant(FIRST + seq * 3 * 60_000);
const CASES = 4;

export const caseRef = (n: number): Ref => `SI-2026-${n}` as Ref;
const actionRef = (n: number): Ref => `AC-2026-${n}` as Ref;
const itemOf = (record: string, seq: number) => ({
  key: `${record}/notify/2026-01-12/${seq}/business-unit`,
  to: 'business-unit',
  record,
  duty: 'notify',
  due: '2026-01-12',
  rung: String(seq),
  moment: at(seq + 1),
  queued: at(seq),
});

/** What is said of a case alone: by it every trace of it is known. */
export const sayingOf = (n: number, seq: number): string => `kestrel ${'ABCD'[n - 1]}${seq}, "so"`;

interface Step {
  readonly does: keyof typeof STEPS;
  readonly of: number;
  readonly other: number;
}

/** What may happen to one case, or to two of them at once. */
const STEPS = {
  corrected: (seq: number, { of }: Step): readonly Change[] => [
    {
      type: 'incident-corrected',
      ref: caseRef(of),
      circumstances: { abuse: 'known', secureRef: sayingOf(of, seq) },
      dates: { told: '2026-01-06' },
      reason: sayingOf(of, seq),
      what: sayingOf(of, seq),
    },
  ],
  added: (seq, { of }) => [
    {
      type: 'action-added',
      action: {
        is: 'action',
        ref: actionRef(seq),
        what: sayingOf(of, seq),
        owner: 'manager',
        due: '2026-06-01',
        source: caseRef(of),
        given: { on: '2026-01-06', at: at(seq), by: 'priya' },
      },
    },
  ],
  embargoed: (seq, { of, other }) => [
    {
      type: 'case-embargoed',
      refs: [caseRef(of), caseRef(other)],
      embargo:
        seq % 2
          ? { since: { on: '2026-01-06', at: at(seq), by: 'priya' }, pending: 'trial' }
          : null,
    } as Change,
  ],
  reversed: (seq, { of, other }) => [
    {
      type: 'reversed',
      seq: 1,
      restore: [of, other].map((n) => {
        const [first] = logged(n, sayingOf(n, seq)).changes;
        return {
          ref: caseRef(n),
          record: first?.type === 'incident-logged' ? first.incident : null,
        };
      }),
    },
  ],
  sending: (_, { of, other }) => [
    { type: 'sending', keys: [of, other].map((n) => `${caseRef(n)}/notify/0 WD`) },
  ],
  settled: (_, { of, other }) => [
    {
      type: 'settled',
      settlements: [of, other].map((n) => ({
        key: `${caseRef(n)}/notify/0 WD`,
        is: 'sent' as const,
        person: 'priya',
      })),
    },
  ],
  'came back': (_, { of, other }) => [
    {
      type: 'came-back',
      refs: [caseRef(of), caseRef(other)],
      keys: [of, other].map((n) => `${caseRef(n)}/notify/0 WD`),
      person: 'priya',
    },
  ],
  troubled: (seq, { of, other }) => [
    {
      type: 'trouble-found',
      trouble: {
        key: seq % 2 ? 'slack/T1/bot' : `undelivered/${caseRef(other)}/notify/0 WD`,
        sentence: `Nobody was reached about ${caseRef(of)}.`,
        lasts: seq % 3 > 0,
      },
    },
  ],
  tried: (_, { other }) => [
    { type: 'trouble-tried', keys: ['slack/T1/bot', `undelivered/${caseRef(other)}/notify/0 WD`] },
  ],
  holiday: (seq) => [{ type: 'holiday-added', on: '2026-06-15', name: `Day ${seq}` }],
  held: (seq, { of }) => [
    { type: 'held', ref: caseRef(of), reason: 'inquest', where: sayingOf(of, seq) },
  ],
  lifted: (_, { of }) => [{ type: 'hold-lifted', ref: caseRef(of) }],
} as const satisfies Record<string, (seq: number, step: Step) => readonly Change[]>;

const entryOf = (seq: number, step: Step): Entry =>
  Entry.parse({
    seq,
    at: at(seq),
    by: seq % 2 ? 'priya' : 'heed',
    via: seq % 2 ? 'slack' : 'clock',
    asked: step.does,
    ...(seq % 3 ? {} : { once: `once-${seq}` }),
    changes: STEPS[step.does](seq, step),
    queued: seq % 4 ? [] : [itemOf(caseRef(step.of), seq), itemOf(caseRef(step.other), seq)],
  } satisfies Record<keyof Omit<Given, 'once'>, unknown>);

const step: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom(...(Object.keys(STEPS) as (keyof typeof STEPS)[])),
  of: fc.integer({ min: 1, max: CASES }),
  other: fc.integer({ min: 1, max: CASES }),
});

/** Some cases, and whatever happens to them; the holds are lifted again in the end. */
export const caseStories: fc.Arbitrary<readonly Entry[]> = fc
  .array(step, { maxLength: 25 })
  .map((steps) => [
    ...Array.from({ length: CASES }, (_, n) => logged(n + 1, sayingOf(n + 1, 0))),
    ...steps.map((one, n) => entryOf(CASES + n + 1, one)),
    ...Array.from({ length: CASES }, (_, n) =>
      entryOf(CASES + steps.length + n + 1, { does: 'lifted', of: n + 1, other: n + 1 }),
    ),
  ]);

/** The decision that a case goes, after these entries. */
export const decided = (entries: readonly Entry[], ref: Ref): Entry => {
  const last = entries.at(-1);
  return Entry.parse({
    seq: entries.length + 1,
    at: last?.at,
    by: 'priya',
    via: 'slack',
    asked: 'keep purge',
    changes: [{ type: 'purge-decided', ref, refs: goesWith(fold(entries), ref) }],
    queued: [],
  });
};

/** Somebody puts a record under a hold. */
export const holding = (seq: number, ref: Ref): Entry =>
  Entry.parse({
    seq,
    at: at(seq + 100),
    by: 'priya',
    via: 'slack',
    asked: 'keep hold',
    changes: [{ type: 'held', ref, reason: 'inquest' }],
    queued: [],
  });
