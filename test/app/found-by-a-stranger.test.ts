import { describe, expect, it } from 'vitest';
import { asText } from '../../src/app/message.ts';
import { memoryStore } from '../../store/memory.ts';
import { asking } from '../support/ledger.ts';
import { rehearse } from '../support/rehearse.ts';

const notices = async (script: string, store = memoryStore()) =>
  (await rehearse(script, { store }))
    .filter(({ kind }) => kind === 'notice')
    .map(({ who, message }) => [who, asText(message)] as const);
const LOG = '2026-06-01 10:00 @manager /incident log harm=died abuse=known aware=2026-06-01';

describe('an escalation', () => {
  it('counts what was said, not the rungs that passed while Heed was away', async () => {
    const store = memoryStore();
    await rehearse(LOG, { store });
    const after = await notices('2026-06-10 13:20 clock', store);
    const police = after.find(([who]) => who === 'police-lead')?.[1];
    expect(police).toContain('The notifier is reminded of it only now.');
    expect(police).not.toContain('four times');
  });

  it('waits until a mistyped day can no longer be undone', async () => {
    const late = '2026-06-10 11:00 @manager /incident log harm=died abuse=known aware=2026-06-01';
    expect(await notices(`${late}\n2026-06-10 11:09 clock`)).toEqual([]);
    expect(
      await notices(`${late}\n2026-06-10 11:05 @manager /undo\n2026-06-30 11:00 clock`),
    ).toEqual([]);
    const sent = await notices(`${late}\n2026-06-10 11:10 clock`);
    expect(sent.map(([who]) => who)).toContain('police-lead');
  });
});

describe('the first line of a bundle', () => {
  const three = [2, 3, 4].map(
    (on) =>
      `2026-06-0${on} 10:00 @manager /incident log harm=died abuse=known aware=2026-06-0${on}`,
  );
  const firstLines = async (until: string) =>
    (await notices([...three, `${until} clock`].join('\n')))
      .filter(([who]) => who === 'notifier')
      .map(([, text]) => text.split('\n')[0]);

  it('says how many are due when, and no more', async () => {
    const lines = await firstLines('2026-06-10 09:00');
    expect(lines).toContain('4 things need you, the first by Tue 9 Jun, 1 working day left');
    expect(lines).toContain('6 things need you, two today');
    expect(lines).toContain('6 things need you, two are late, two today');
  });
});

describe('what is due on a day off', () => {
  it('is asked for on the next working day, and is late from the one after', async () => {
    const script = `2026-05-05 10:00 @notifier /incident log harm=died abuse=not-suspected looked-after=yes aware=2026-05-05
      2026-05-11 08:00 @notifier /incident notified SI-2026-1 on=2026-05-09
      2026-05-13 12:00 clock`;
    const sent = await notices(`arrangement: sutton-2019\n${script}`);
    const copies = sent.filter(([, text]) => text.includes('to be copied'));
    expect(
      copies.map(([who, text]) => `${who}: ${text.split('\n')[0]?.split(', ').at(-1)}`),
    ).toEqual([
      'notifier: 2 calendar days ago',
      'notifier: 1 working day ago',
      'notifier-deputy: 1 working day ago',
      'manager: 1 working day ago',
      'council-lead: 2 working days ago',
      'health-lead: 2 working days ago',
      'police-lead: 2 working days ago',
    ]);
  });
});

describe('a text on a case', () => {
  it.each([
    ['a link', 'see https://example.org/someone'],
    ['a control character', 'LCS-\u001b[31m20931'],
    ['a turned direction', 'LCS-\u202e20931'],
  ])('is refused for %s', (_, text) => {
    const typed = `2026-06-01 10:00 @manager /incident log harm=died abuse=known secure-ref="${text}"`;
    expect(asking(typed).decision.is).toBe('refused');
  });

  it.each([
    ['sure', 'sure="943 476 5919"'],
    ['an empty day', 'aware=""'],
  ])('neither takes just anything for %s', (_, field) => {
    const typed = `2026-06-01 10:00 @manager /incident log harm=died abuse=known ${field}`;
    expect(asking(typed).decision.is).toBe('refused');
  });
});

it('the council knew before it told anybody, where it raised the case itself', () => {
  const told = (raisedBy: string) =>
    asking(`${LOG} raised-by=${raisedBy}
      2026-06-02 10:00 @manager /incident told-partners SI-2026-1 on=2026-05-20`).decision.is;
  expect(told('local-authority')).toBe('refused');
  expect(told('agency')).toBe('accepted');
});
