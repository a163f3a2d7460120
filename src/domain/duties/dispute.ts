import { agencyOfLead } from '../agencies.ts';
import { type Dispute, standingOf } from '../governance/dispute.ts';
import type { PostId } from '../item.ts';
import { wd } from '../rules/review-clock.ts';
import { unstopped } from '../words.ts';
import { governed } from './governance.ts';
import type { Duty, Press, Setting } from './shape.ts';

/** How long a stage may take where the arrangement does not say, in working days: ours (governance.md G90). */
const STAGE_DAYS = 10;

/** Its stage is owed by everybody whose stage it is; nobody owes one that is only written down. */
export const disputeDuties = (dispute: Dispute, setting: Setting): readonly Duty[] => {
  const { stage, since } = standingOf(dispute, setting.arrangement);
  return stage.recordOnly ? [] : since.whose.map((post) => owedBy(post, dispute, setting));
};

const owedBy = (owner: PostId, dispute: Dispute, setting: Setting): Duty => {
  const { stage, since, number, of, next } = standingOf(dispute, setting.arrangement);
  const n = stage.workingDays ?? STAGE_DAYS;
  const duty = governed(
    dispute,
    'resolve-dispute',
    {
      started: since,
      began: `It came to stage ${number} of ${of} on`,
      span: { unit: 'working-days', n },
      owner,
      what: `${stage.todo}: ${unstopped(dispute.what)}`,
      done: dispute.resolved,
      round: number,
      note: `${stage.title} (${stage.source}).`,
      answers: answersTo(dispute, setting),
      // Whoever's stage it is hears of it as it begins, when that can no longer be undone.
      ladder: [
        wd(-n, 'owner'),
        wd(0, 'owner'),
        wd(5, 'owner', 'manager'),
        wd(10, 'owner', 'manager', 'chair'),
      ],
    },
    setting,
  );
  const owed = next ? duty : { ...duty, rule: { ...duty.rule, ...LAST } };
  return since.whose.length > 1 ? { ...owed, part: agencyOfLead(owner) } : owed;
};

/** No stage comes after this one. */
const LAST = {
  todo: 'bring a dispute to an end',
  missed: 'a dispute was to be brought to an end',
} as const;

/** What is only written down is never a button: a person says that it has come so far (G90). */
const answersTo = (dispute: Dispute, { arrangement }: Setting): readonly Press[] => {
  const { next, number } = standingOf(dispute, arrangement);
  const fields = { dispute: dispute.ref };
  const resolve: Press = { label: 'It is resolved', command: 'dispute resolve', fields };
  return next && !next.recordOnly
    ? [
        resolve,
        {
          label: 'It goes to the next stage',
          command: 'dispute advance',
          fields: { ...fields, to: String(number + 1) },
        },
      ]
    : [resolve];
};
