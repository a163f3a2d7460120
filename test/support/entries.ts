import type { z } from 'zod';
import { Entry } from '../../src/domain/change.ts';
import { instant } from '../../src/domain/day.ts';
import type { Incident } from '../../src/domain/incident.ts';

const FIRST = Date.parse('2026-01-05T09:00:00.000Z');
// Far enough apart that the few minutes in which one may undo hold only one or two.
const APART = 7 * 60_000;

const momentOf = (seq: number) => instant(FIRST + seq * APART);
const refOf = (seq: number): string => `SI-2026-${seq}`;
const keyOf = (seq: number): string => `${refOf(seq)}/notify/0 WD`;

type Given = z.input<typeof Entry>;

const entry = (
  seq: number,
  asked: string,
  change: Given['changes'][number],
  queued: Given['queued'] = [],
): Entry =>
  Entry.parse({
    seq,
    at: momentOf(seq),
    by: 'priya',
    via: 'slack',
    asked,
    changes: [change],
    queued,
  });

/** An incident is logged, and a reminder queued: as large as entries come. */
export const logged = (seq: number, secureRef = `LL-${seq}`): Entry =>
  entry(seq, 'incident log', { type: 'incident-logged', incident: incident(seq, secureRef) }, [
    {
      key: keyOf(seq),
      to: 'business-unit',
      record: refOf(seq),
      duty: 'notify',
      due: '2026-01-12',
      rung: '0 WD',
      moment: momentOf(seq + 1),
      queued: momentOf(seq),
    },
  ]);

const incident = (seq: number, secureRef: string): z.input<typeof Incident> => {
  const signed = { at: momentOf(seq), by: 'priya' };
  return {
    is: 'incident',
    ref: refOf(seq),
    children: [`Child ${seq}`],
    circumstances: {
      harm: 'seriously-harmed',
      abuse: 'suspected',
      place: 'in-area',
      lookedAfter: false,
      careLeaver: false,
      age: 'under-18',
      raisedBy: 'agency',
      secureRef,
    },
    dates: { aware: { ...signed, on: '2026-01-05' } },
    logged: signed,
    corrections: [],
  };
};

/** What may follow once the first incident is logged; `text` is what somebody typed. */
export const laterEntries: readonly ((seq: number, text: string) => Entry)[] = [
  logged,
  (seq) =>
    entry(seq, 'incident date', {
      type: 'incident-dated',
      ref: refOf(1),
      date: 'notified',
      on: '2026-01-08',
    }),
  (seq, text) =>
    entry(seq, 'incident correct', {
      type: 'incident-corrected',
      ref: refOf(1),
      circumstances: { abuse: 'known' },
      dates: { told: '2026-01-06' },
      reason: text,
      what: text,
    }),
  (seq, text) => entry(seq, 'holiday add', { type: 'holiday-added', on: '2026-06-15', name: text }),
  (seq, text) => entry(seq, 'incident log', { type: 'text-refused', field: text, kind: 'name' }),
  (seq) =>
    entry(seq, 'deliver', { type: 'settled', settlements: [{ key: keyOf(1), is: 'dropped' }] }),
];
