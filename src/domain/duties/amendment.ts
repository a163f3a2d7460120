import { leadOf } from '../agencies.ts';
import { type Amendment, standingOf } from '../cycle/amendment.ts';
import { sayAmendment } from '../cycle/words.ts';
import { CYCLE_CLOCKS } from '../rules/cycle.ts';
import { drawDuty } from './clocked.ts';
import type { Duty, Press, Setting } from './shape.ts';

/** Each statutory partner says for itself whether a change to the year may be made. */
export const amendmentDuties = (amendment: Amendment, setting: Setting): readonly Duty[] =>
  amendment.partners.map((partner) => approval(amendment, partner, setting));

const approval = (amendment: Amendment, partner: string, setting: Setting): Duty => {
  const { ref, proposed, answers, reason } = amendment;
  const press = (label: string, answer: string): Press => ({
    label,
    command: 'cycle approve',
    fields: { amendment: ref, answer, for: partner },
  });
  const settle = press('We approve it', 'approve');
  return {
    ...drawDuty(
      amendment,
      {
        name: 'approve-amendment',
        ruleId: 'cycle/approve-amendment',
        rule: CYCLE_CLOCKS['approve-amendment'],
      },
      {
        started: proposed,
        began: 'It was proposed on',
        owner: leadOf(partner),
        done: answers[partner],
        isOver: standingOf(amendment) !== 'proposed',
        note: `Proposed is to ${sayAmendment(amendment)}. It holds once every statutory partner has approved it; silence does not. Reason: ${reason}`,
        settle,
      },
      setting,
    ),
    part: partner,
    answers: [settle, press('We decline it', 'decline')],
  };
};
