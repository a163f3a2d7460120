import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { apply } from '../../src/domain/apply.ts';
import { Entry } from '../../src/domain/change.ts';
import { emptyLedger, type Ledger } from '../../src/domain/ledger.ts';
import { fold, fromPicture, toPicture } from '../../src/domain/picture.ts';
import { stories } from '../store/stories.ts';
import { asking, duties, incidentIn } from '../support/ledger.ts';

const LOG = '2026-03-30 09:00 @manager /incident log harm=died abuse=known aware=2026-03-30';

test('the ledger is the fold of its entries, wherever one begins', () => {
  fc.assert(
    fc.property(stories, fc.nat(), (entries, cut) => {
      const at = cut % (entries.length + 1);
      const first = fold(entries.slice(0, at));
      expect(toPicture(fold(entries.slice(at), first))).toEqual(toPicture(fold(entries)));
    }),
  );
});

test('a picture is the ledger, and both survive being written down', () => {
  fc.assert(
    fc.property(stories, (entries) => {
      const ledger = fold(entries);
      const written = JSON.parse(JSON.stringify(toPicture(ledger)));
      expect(toPicture(fromPicture(written))).toEqual(written);
      for (const entry of entries)
        expect(Entry.parse(JSON.parse(JSON.stringify(entry)))).toEqual(
          JSON.parse(JSON.stringify(entry)),
        );
    }),
  );
});

test('applying an entry leaves the ledger before it as it was', () => {
  fc.assert(
    fc.property(stories, (entries) => {
      let ledger: Ledger = emptyLedger;
      for (const entry of entries) {
        const before = JSON.stringify(toPicture(ledger));
        const after = apply(ledger, entry);
        expect(JSON.stringify(toPicture(ledger))).toBe(before);
        ledger = after;
      }
    }),
  );
});

describe('an undo', () => {
  it.each([
    ['/incident notified SI-2026-1 on=today'],
    ['/incident told-partners SI-2026-1 on=today'],
    ['/incident correct SI-2026-1 aware=2026-03-27 harm=seriously-harmed reason="a mistake"'],
    ['/incident withdraw SI-2026-1'],
  ])('of %s gives the record back as it was', (typed) => {
    const before = asking(LOG);
    const after = asking(
      `${LOG}\n2026-03-30 09:05 @manager ${typed}\n2026-03-30 09:10 @manager /undo`,
    );
    expect(after.decision.is).toBe('accepted');
    expect(after.ledger.records.toJS()).toEqual(before.ledger.records.toJS());
    expect(duties(after, 'SI-2026-1')).toEqual(duties(before, 'SI-2026-1'));
  });

  it('of a logged incident takes it away, and gives out neither its number nor its codes again', () => {
    const { ledger } = asking(
      `${LOG}\n2026-03-30 09:05 @manager /undo\n${LOG.replace('09:00', '09:06')}`,
    );
    expect([...ledger.records.keys()]).toEqual(['SI-2026-2']);
    expect(incidentIn(ledger, 'SI-2026-2').children).toEqual(['Child B']);
  });

  it.each([
    ['eleven minutes later', `${LOG}\n2026-03-30 09:11 @manager /undo`],
    ['by somebody else', `${LOG}\n2026-03-30 09:05 @notifier /undo`],
    ['twice', `${LOG}\n2026-03-30 09:05 @manager /undo\n2026-03-30 09:06 @manager /undo`],
    [
      'when somebody else has written on it since',
      `${LOG}\n2026-03-30 09:05 @notifier /incident notified SI-2026-1 on=today\n2026-03-30 09:06 @manager /undo`,
    ],
    [
      'of a holiday',
      '2026-03-30 09:00 @manager /holiday add on=2026-06-12 name="Jubilee holiday"\n2026-03-30 09:01 @manager /undo',
    ],
    ['of nothing', '2026-03-30 09:00 @manager /undo'],
  ])('is declined %s', (_, lines) => {
    expect(asking(lines).decision.is).toBe('refused');
  });
});

test('numbers restart each year, by London’s calendar', () => {
  const { ledger } = asking(
    `2026-12-31 23:30 @manager /incident log harm=died abuse=known
     2027-01-01 00:30 @manager /incident log harm=died abuse=known
     2027-06-30 23:30 @manager /incident log harm=died abuse=known`,
  );
  expect([...ledger.records.keys()]).toEqual(['SI-2026-1', 'SI-2027-1', 'SI-2027-2']);
});
