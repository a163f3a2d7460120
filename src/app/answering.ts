import { z } from 'zod';
import { type Action, doneOf } from '../domain/action.ts';
import { speaksFor } from '../domain/agencies.ts';
import type { Arrangement, Person } from '../domain/arrangement.ts';
import type { HeedRecord } from '../domain/change.ts';
import { type Instant, sayNear } from '../domain/day.ts';
import type { PersonId } from '../domain/incident.ts';
import type { Ledger } from '../domain/ledger.ts';
import { canSee, holds } from '../domain/posts.ts';
import { type Ref, Ref as Reference } from '../domain/reference.ts';
import { definiteAnswer, dueOf } from '../domain/requests/part.ts';
import { sayKind } from '../domain/requests/words.ts';
import { settingAt } from '../domain/setting.ts';
import { answersFor, type Choice, reportsOn } from './answering-choices.ts';

/** One thing that one person may answer from outside: their agency's part of a request, or an action of theirs. */
export const Question = z.discriminatedUnion('is', [
  z.object({ is: z.literal('request'), ref: Reference, agency: z.string() }),
  z.object({ is: z.literal('action'), ref: Reference }),
]);
export type Question = z.infer<typeof Question>;

/** What somebody outside reads of it before they have given a code. */
export interface Cover {
  readonly title: string;
  /** "IR-2026-1, your agency's answer" */
  readonly about: string;
  readonly question: string;
}

/** All that somebody outside is shown of it: the code, the question, and what can be answered. */
export interface Sheet extends Cover {
  readonly choices: readonly Choice[];
  /** What else is asked for beside the words: a day, or who has signed it off (G25). */
  readonly more: 'day' | 'sign-off' | 'nothing';
}

export type Answering =
  | { readonly is: 'open'; readonly sheet: Sheet }
  /** Nothing is wanted of them any more, and why as far as they may know. */
  | { readonly is: 'over'; readonly sentence: string };

interface Moment {
  readonly ledger: Ledger;
  readonly arrangement: Arrangement;
  readonly now: Instant;
}

/** PURE. Whether somebody may still answer, and what they would be asked. */
export const answering = (question: Question, who: PersonId, moment: Moment): Answering => {
  const { ledger, now } = moment;
  const { arrangement, today } = settingAt(ledger, moment.arrangement, now);
  const person = arrangement.people.get(who);
  const record = ledger.records.get(question.ref);
  if (!person || !record || !canSee(arrangement, person, record)) return NOT_YOURS;
  if (question.is === 'request') return ofRequest(question.agency, record, person, today);
  return record.is === 'action' && holds(arrangement, person, record.owner)
    ? ofAction(record, today)
    : NOT_YOURS;
};

const over = (sentence: string): Answering => ({ is: 'over', sentence });
const NOT_YOURS = over('This is not asked of you any more, so there is nothing to answer.');

type Today = Parameters<typeof sayNear>[1];

const ofRequest = (
  agency: string,
  record: HeedRecord,
  { posts }: Person,
  today: Today,
): Answering => {
  const part = record.is === 'request' ? record.parts[agency] : undefined;
  if (record.is !== 'request' || !part || !posts.some((post) => speaksFor(agency, post)))
    return NOT_YOURS;
  const { ref, kind, what, closed } = record;
  if (closed) return over(`${ref} is closed, so no answer is wanted any more.`);
  if (definiteAnswer(record, part))
    return over(
      `Your agency has answered ${ref} already. To change its position, write to the business unit.`,
    );
  return {
    is: 'open',
    sheet: {
      title: `${ref}: ${sayKind(kind)} is asked of your agency, by ${sayNear(dueOf(record, part), today)}`,
      about: `${ref}, your agency's answer`,
      question: what,
      choices: answersFor(record, agency),
      more: record.review ? 'sign-off' : 'nothing',
    },
  };
};

const ofAction = (action: Action, today: Today): Answering => {
  const { ref, what, due } = action;
  if (doneOf(action))
    return over(`${ref} is done already. If it is not, write to the business unit.`);
  return {
    is: 'open',
    sheet: {
      title: `${ref}: an action of yours, due ${sayNear(due, today)}`,
      about: `${ref}, how your action stands`,
      question: what,
      choices: reportsOn(ref),
      more: 'day',
    },
  };
};

/** What of a message's things its reader can answer from outside, each once. */
export const questionsIn = (
  items: readonly { readonly record: Ref; readonly part?: string | undefined }[],
): readonly Question[] => {
  const found = items.flatMap(({ record, part }): readonly Question[] => {
    if (record.startsWith('IR-') && part !== undefined)
      return [{ is: 'request', ref: record, agency: part }];
    return record.startsWith('AC-') ? [{ is: 'action', ref: record }] : [];
  });
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
};
