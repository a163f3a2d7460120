import { ownedSince, type Risk, setBy } from '../governance/risk.ts';
import { GOVERNANCE_CLOCKS } from '../rules/governance.ts';
import { unstopped } from '../words.ts';
import { fromTheDay, governed } from './governance.ts';
import type { Duty, Setting } from './shape.ts';

/** Its next review, by whoever owns it. Each review sets the day of the next. */
export const riskDuties = (risk: Risk, setting: Setting): readonly Duty[] => {
  const { ref, what, owner, review, reviews, closed } = risk;
  const started = setBy(risk);
  const isNew = ownedSince(risk) === started;
  const { ladder } = GOVERNANCE_CLOCKS['review-risk'];
  return [
    governed(
      risk,
      'review-risk',
      {
        started,
        began: 'The review was set for',
        from: review,
        owner,
        what: `review the risk: ${unstopped(what)}`,
        round: reviews.length,
        done: closed,
        answers: [{ label: 'I have reviewed it', command: 'risk review', fields: { risk: ref } }],
        ladder: isNew ? [...fromTheDay(started.on, review), ...ladder] : ladder,
      },
      setting,
    ),
  ];
};
