import { describe, expect, it } from 'vitest';
import { answering, questionsIn } from '../../src/app/answering.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { merton, moment } from '../support/given.ts';
import { asking } from '../support/ledger.ts';

const ASK =
  '2026-03-30 09:00 @manager /request new what="Attendance" kind=consultation to=probation,housing due=2026-05-01';
const ACT =
  '2026-03-30 09:00 @manager /action add what="Brief the team" owner=probation-lead due=2026-04-08 source=audit';
const REQUEST = { is: 'request', ref: 'IR-2026-1' as Ref, agency: 'probation' } as const;
const ACTION = { is: 'action', ref: 'AC-2026-1' as Ref } as const;

const asked = (
  lines: readonly string[],
  who: string,
  question: Parameters<typeof answering>[0] = REQUEST,
) => {
  const { ledger } = asking(lines.join('\n'));
  const now = moment('2026-03-31 09:00');
  return answering(question, who as never, { ledger, arrangement: merton, now });
};

describe('what somebody may answer from outside', () => {
  it.each(['probation-lead', 'probation-deputy'])("is their agency's part: %s", (who) => {
    const found = asked([ASK], who);
    expect(found).toMatchObject({
      is: 'open',
      sheet: {
        title: 'IR-2026-1: a view on a draft is asked of your agency, by Fri 1 May',
        question: 'Attendance',
        more: 'nothing',
      },
    });
    const ids = found.is === 'open' ? found.sheet.choices.map(({ id }) => id) : [];
    expect(ids).toEqual([
      ...['agree', 'disagree', 'comment', 'nil-return', 'provided', 'partial', 'refused'],
    ]);
  });

  it.each(['housing-lead', 'manager', 'chair', 'nobody'])(
    "is not another agency's, whatever else they may see: %s",
    (who) => expect(asked([ASK], who).is).toBe('over'),
  );

  it('is an action that they owe, until it is done', () => {
    expect(asked([ACT], 'probation-lead', ACTION)).toMatchObject({
      is: 'open',
      sheet: { title: 'AC-2026-1: an action of yours, due Wed 8 Apr', more: 'day' },
    });
    expect(asked([ACT], 'probation-deputy', ACTION).is).toBe('over');
    const done = '2026-03-30 10:00 @probation-lead /action done AC-2026-1';
    expect(asked([ACT, done], 'probation-lead', ACTION)).toMatchObject({
      sentence: expect.stringContaining('AC-2026-1 is done already'),
    });
  });

  it('is never a thing of another kind under the same reference', () =>
    expect(asked([ASK], 'probation-lead', { is: 'action', ref: REQUEST.ref }).is).toBe('over'));

  it('is asked once for each thing in a message', () => {
    const item = { record: REQUEST.ref, part: 'probation' };
    expect(
      questionsIn([item, item, { record: ACTION.ref }, { record: 'SI-2026-1' as Ref }]),
    ).toEqual([REQUEST, ACTION]);
  });
});
