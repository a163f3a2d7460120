import type { Catalogue } from '../src/app/command.ts';
import { actionAdd } from './action/add.ts';
import { actionAgree } from './action/agree.ts';
import { actionDigest } from './action/digest.ts';
import { actionDone } from './action/done.ts';
import { actionExtend } from './action/extend.ts';
import { actionImport } from './action/import.ts';
import { actionList } from './action/list.ts';
import { actionReassign } from './action/reassign.ts';
import { actionReopen } from './action/reopen.ts';
import { actionShow } from './action/show.ts';
import { actionUpdate } from './action/update.ts';
import { actionWeekly } from './action/weekly.ts';
import { calendarLink } from './calendar/link.ts';
import { calendarRevoke } from './calendar/revoke.ts';
import { challengeAnswer } from './challenge/answer.ts';
import { challengeClose } from './challenge/close.ts';
import { challengeExtend } from './challenge/extend.ts';
import { challengeList } from './challenge/list.ts';
import { challengeRaise } from './challenge/raise.ts';
import { challengeShow } from './challenge/show.ts';
import { cycleAgree } from './cycle/agree.ts';
import { cycleAmend } from './cycle/amend.ts';
import { cycleApprove } from './cycle/approve.ts';
import { cycleAssign } from './cycle/assign.ts';
import { cycleDone } from './cycle/done.ts';
import { cycleEntry } from './cycle/entry.ts';
import { cyclePreview } from './cycle/preview.ts';
import { cycleReopen } from './cycle/reopen.ts';
import { cycleShow } from './cycle/show.ts';
import { cycleWithdraw } from './cycle/withdraw.ts';
import { decisionConfirm } from './decision/confirm.ts';
import { decisionList } from './decision/list.ts';
import { decisionRecord } from './decision/record.ts';
import { decisionReported } from './decision/reported.ts';
import { decisionShow } from './decision/show.ts';
import { decisionVote } from './decision/vote.ts';
import { decisionWithdraw } from './decision/withdraw.ts';
import { disputeAdvance } from './dispute/advance.ts';
import { disputeList } from './dispute/list.ts';
import { disputeOpen } from './dispute/open.ts';
import { disputeResolve } from './dispute/resolve.ts';
import { disputeShow } from './dispute/show.ts';
import { dueAcknowledge } from './due/acknowledge.ts';
import { dueAll } from './due/all.ts';
import { due } from './due/mine.ts';
import { dueSnooze } from './due/snooze.ts';
import { dueWeek } from './due/week.ts';
import { help } from './help/help.ts';
import { holidayAdd } from './holiday/add.ts';
import { holidayList } from './holiday/list.ts';
import { holidayRemove } from './holiday/remove.ts';
import { incidentCopied } from './incident/copied.ts';
import { incidentCorrect } from './incident/correct.ts';
import { incidentFormSent } from './incident/form-sent.ts';
import { incidentList } from './incident/list.ts';
import { incidentLog } from './incident/log.ts';
import { incidentNotified } from './incident/notified.ts';
import { incidentShow } from './incident/show.ts';
import { incidentToldPartners } from './incident/told-partners.ts';
import { incidentWithdraw } from './incident/withdraw.ts';
import { keepHold } from './keep/hold.ts';
import { keepLift } from './keep/lift.ts';
import { keepList } from './keep/list.ts';
import { keepPurge } from './keep/purge.ts';
import { keepSpare } from './keep/spare.ts';
import { meetingAbsence } from './meeting/absence.ts';
import { meetingAgenda } from './meeting/agenda.ts';
import { meetingAttendance } from './meeting/attendance.ts';
import { meetingCancel } from './meeting/cancel.ts';
import { meetingComing } from './meeting/coming.ts';
import { meetingImport } from './meeting/import.ts';
import { meetingInvite } from './meeting/invite.ts';
import { meetingLetter } from './meeting/letter.ts';
import { meetingList } from './meeting/list.ts';
import { meetingMove } from './meeting/move.ts';
import { meetingPlan } from './meeting/plan.ts';
import { meetingSchedule } from './meeting/schedule.ts';
import { meetingSent } from './meeting/sent.ts';
import { preview } from './preview/preview.ts';
import {
  reportMove,
  reportPresented,
  reportPublished,
  reportSent,
  reportWithdraw,
} from './report/publication.ts';
import { reportShow } from './report/show.ts';
import { reportStart } from './report/start.ts';
import { reportInput, reportSignOff, reportTick } from './report/steps.ts';
import { requestAnswer } from './request/answer.ts';
import { requestChase } from './request/chase.ts';
import { requestClose } from './request/close.ts';
import { requestFollowedUp, requestReplied } from './request/dated.ts';
import { requestEvidence } from './request/evidence.ts';
import { requestExtend } from './request/extend.ts';
import { requestInbound } from './request/inbound.ts';
import { requestList } from './request/list.ts';
import { requestNew } from './request/new.ts';
import { requestNotice } from './request/notice.ts';
import { requestRates } from './request/rates.ts';
import { requestShow } from './request/show.ts';
import { reviewAgree } from './review/agree.ts';
import { reviewCheckin } from './review/checkin.ts';
import { reviewCosts } from './review/costs.ts';
import { reviewDecide } from './review/decide.ts';
import { reviewDelay } from './review/delay.ts';
import { reviewEmbargo } from './review/embargo.ts';
import { reviewInformed } from './review/informed.ts';
import { reviewLearning } from './review/learning.ts';
import { reviewList } from './review/list.ts';
import { reviewMedia } from './review/media.ts';
import { reviewPublish } from './review/publish.ts';
import { reviewRecommend } from './review/recommend.ts';
import { reviewRecord } from './review/record.ts';
import { reviewRedecide } from './review/redecide.ts';
import { reviewReplied } from './review/replied.ts';
import { reviewRequest } from './review/request.ts';
import { reviewReviewer } from './review/reviewer.ts';
import { reviewScope } from './review/scope.ts';
import { reviewSent } from './review/sent.ts';
import { reviewShow } from './review/show.ts';
import { reviewStart } from './review/start.ts';
import { reviewStep } from './review/step.ts';
import { reviewWithhold } from './review/withhold.ts';
import { riskAdd } from './risk/add.ts';
import { riskClose } from './risk/close.ts';
import { riskList } from './risk/list.ts';
import { riskReview } from './risk/review.ts';
import { riskShow } from './risk/show.ts';
import { rosterAppoint } from './roster/appoint.ts';
import { rosterAway } from './roster/away.ts';
import { rosterBack } from './roster/back.ts';
import { rosterCover } from './roster/cover.ts';
import { rosterDeputy } from './roster/deputy.ts';
import { rosterLeave } from './roster/leave.ts';
import { rosterRoute } from './roster/route.ts';
import { rosterShow } from './roster/show.ts';
import { rosterTerm } from './roster/term.ts';
import { undo } from './undo/undo.ts';
import { why } from './why/why.ts';

/** What can this bot do? */
export const catalogue: Catalogue = [
  actionAdd,
  actionAgree,
  actionDigest,
  actionDone,
  actionExtend,
  actionImport,
  actionList,
  actionReassign,
  actionReopen,
  actionShow,
  actionUpdate,
  actionWeekly,
  calendarLink,
  calendarRevoke,
  challengeAnswer,
  challengeClose,
  challengeExtend,
  challengeList,
  challengeRaise,
  challengeShow,
  cycleAgree,
  cycleAmend,
  cycleApprove,
  cycleAssign,
  cycleDone,
  cycleEntry,
  cyclePreview,
  cycleReopen,
  cycleShow,
  cycleWithdraw,
  decisionConfirm,
  decisionList,
  decisionRecord,
  decisionReported,
  decisionShow,
  decisionVote,
  decisionWithdraw,
  disputeAdvance,
  disputeList,
  disputeOpen,
  disputeResolve,
  disputeShow,
  due,
  dueAcknowledge,
  dueAll,
  dueSnooze,
  dueWeek,
  help,
  holidayAdd,
  holidayList,
  holidayRemove,
  incidentCopied,
  incidentCorrect,
  incidentFormSent,
  incidentList,
  incidentLog,
  incidentNotified,
  incidentShow,
  incidentToldPartners,
  incidentWithdraw,
  keepHold,
  keepLift,
  keepList,
  keepPurge,
  keepSpare,
  meetingAbsence,
  meetingAgenda,
  meetingAttendance,
  meetingCancel,
  meetingComing,
  meetingImport,
  meetingInvite,
  meetingLetter,
  meetingList,
  meetingMove,
  meetingPlan,
  meetingSchedule,
  meetingSent,
  preview,
  reportInput,
  reportMove,
  reportPresented,
  reportPublished,
  reportSent,
  reportShow,
  reportSignOff,
  reportStart,
  reportTick,
  reportWithdraw,
  requestAnswer,
  requestChase,
  requestClose,
  requestEvidence,
  requestExtend,
  requestFollowedUp,
  requestInbound,
  requestList,
  requestNew,
  requestNotice,
  requestRates,
  requestReplied,
  requestShow,
  reviewAgree,
  reviewCheckin,
  reviewCosts,
  reviewDecide,
  reviewDelay,
  reviewEmbargo,
  reviewInformed,
  reviewLearning,
  reviewList,
  reviewMedia,
  reviewPublish,
  reviewRecommend,
  reviewRecord,
  reviewRedecide,
  reviewReplied,
  reviewRequest,
  reviewReviewer,
  reviewScope,
  reviewSent,
  reviewShow,
  reviewStart,
  reviewStep,
  reviewWithhold,
  riskAdd,
  riskClose,
  riskList,
  riskReview,
  riskShow,
  rosterAppoint,
  rosterAway,
  rosterBack,
  rosterCover,
  rosterDeputy,
  rosterLeave,
  rosterRoute,
  rosterShow,
  rosterTerm,
  undo,
  why,
];
