import { chairOf } from '../agencies.ts';
import { addDays, sayDay } from '../day.ts';
import { meetingOf, type PartnershipDecision, wasInquorate } from '../governance/decision.ts';
import type { PostId } from '../item.ts';
import { daySet, type Meeting, nextMeeting } from '../meetings/meeting.ts';
import { CHAIR, sayPost } from '../posts.ts';
import { type Dated, later } from '../signed.ts';
import { unstopped } from '../words.ts';
import { governed } from './governance.ts';
import type { Duty, Press, Setting } from './shape.ts';

/** One taken between meetings is reported; one that a meeting without a quorum took is confirmed, or not. */
export const decisionDuties = (
  decision: PartnershipDecision,
  setting: Setting,
): readonly Duty[] => {
  const { taken } = decision;
  if (taken.is === 'between-meetings') return [reporting(decision, taken.by, setting)];
  const met = meetingOf(decision, setting.ledger);
  return met && (wasInquorate(decision, setting) || decision.confirmation)
    ? [confirming(decision, met, setting)]
    : [];
};

/** "No later than the next meeting of the Partnership": the first after the day it was taken on. */
const reporting = (decision: PartnershipDecision, by: PostId, setting: Setting): Duty => {
  const { made, reported, withdrawn, ref, what } = decision;
  const { ledger, arrangement } = setting;
  const next = nextMeeting(ledger, arrangement.partnershipBody, addDays(made.on, 1));
  const answers = [
    answer('Reported at the meeting', ref, 'meeting'),
    answer('Reported in writing', ref, 'writing'),
  ];
  const common = {
    done: reported,
    isOver: withdrawn !== undefined,
    ...(by === CHAIR ? {} : { note: byAnother(by, setting) }),
  };
  return next
    ? governed(
        decision,
        'report-decision',
        {
          ...common,
          ...atMeeting(next, made),
          what: `report the decision: ${unstopped(what)}`,
          owner: by,
          answers,
        },
        setting,
      )
    : governed(
        decision,
        'schedule-to-report',
        {
          ...common,
          started: made,
          began: 'It was decided on',
          what: `schedule a meeting to report it at, or see that it is reported in writing: ${unstopped(what)}`,
          answers: answers.slice(1),
        },
        setting,
      );
};

/** S0 8.4 has the chair report; where another decides, the seeds do not say that they do. */
const byAnother = (by: PostId, { arrangement }: Setting): string =>
  `Between meetings ${sayPost(arrangement, by)} decides (${arrangement.decider.source}); that it is reported is taken from Merton's rule.`;

const answer = (label: string, decision: string, how: 'meeting' | 'writing'): Press => ({
  label,
  command: 'decision reported',
  fields: { decision, how, on: 'today' },
});

const atMeeting = (meeting: Meeting, since: Dated) => ({
  started: later(since, daySet(meeting)),
  began: 'The meeting is on',
  from: meeting.on,
});

/** The first meeting of the same body after the one that took it. */
const confirming = (decision: PartnershipDecision, met: Meeting, setting: Setting): Duty => {
  const { made, confirmation, withdrawn, ref, what } = decision;
  const next = nextMeeting(setting.ledger, met.body, addDays(met.on, 1));
  const common = {
    done: confirmation,
    isOver: withdrawn !== undefined,
    note: `${met.ref} of ${sayDay(met.on)} was not quorate.`,
  };
  const answers = [
    settling('It is confirmed', ref, 'confirmed'),
    settling('It is not confirmed', ref, 'not-confirmed'),
  ];
  return next
    ? governed(
        decision,
        'confirm-decision',
        {
          ...common,
          ...atMeeting(next, made),
          what: `put the decision to its body again: ${unstopped(what)}`,
          owner: chairing(met.body, setting),
          answers,
        },
        setting,
      )
    : governed(
        decision,
        'schedule-to-confirm',
        {
          ...common,
          started: made,
          began: 'The body met on',
          what: `schedule a meeting of its body to put the decision to again: ${unstopped(what)}`,
        },
        setting,
      );
};

const settling = (label: string, decision: string, is: string): Press => ({
  label,
  command: 'decision confirm',
  fields: { decision, is },
});

/** The chair of the body, or the partnership's where that post has ended. */
const chairing = (body: string, { arrangement }: Setting): PostId => {
  const post = arrangement.posts.get(chairOf(body));
  return post && !post.ended ? post.id : CHAIR;
};
