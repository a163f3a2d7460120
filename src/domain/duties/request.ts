import { definiteAnswer, dueOf } from '../requests/part.ts';
import type { InformationRequest, Part } from '../requests/request.ts';
import { unstopped } from '../words.ts';
import type { Occasion } from './clocked.ts';
import { drawOn, partOf } from './request-part.ts';
import type { Duty, Setting } from './shape.ts';
import { silenceDuties } from './silence.ts';

export const requestDuties = (request: InformationRequest, setting: Setting): readonly Duty[] => [
  ...Object.entries(request.parts).map(([agency, part]) =>
    answerDuty(request, agency, part, setting),
  ),
  ...silenceDuties(request, setting),
  ...inboundDuty(request, setting),
  ...oneYearOn(request, setting),
];

const answerDuty = (
  request: InformationRequest,
  agency: string,
  part: Part,
  setting: Setting,
): Duty => {
  const occasion = {
    started: part.asked,
    began: 'The day was set for',
    from: dueOf(request, part),
    done: definiteAnswer(request, part),
    note: sayAsked(request, part),
  };
  return partOf(request, agency, 'answer', occasion, setting);
};

/** "Asked: the data of the third quarter. What you have sent waits for a senior sign-off." */
const sayAsked = (request: InformationRequest, { answers }: Part): string => {
  const waits =
    request.review && answers.at(-1)?.is === 'provided'
      ? ' What was provided counts once somebody senior has signed it off.'
      : '';
  const link = request.link ? ` It is at ${request.link}.` : '';
  return `Asked: ${unstopped(request.what)}.${link}${waits} No answer is not taken as agreement.`;
};

const inboundDuty = (request: InformationRequest, setting: Setting): readonly Duty[] => {
  const { inbound, asked, replied, closed, ref } = request;
  if (!inbound) return [];
  const occasion: Occasion = {
    started: asked,
    began: `${inbound.from} expects it on`,
    from: inbound.expected,
    done: replied,
    isOver: closed?.withdrawn ?? false,
    settle: {
      label: 'We have replied',
      command: 'request replied',
      fields: { request: ref, on: 'today' },
    },
  };
  return [drawOn(request, 'reply-to-partnership', occasion, setting)];
};

/** It outlives the collecting of the returns, and ends with a request that was made by mistake. */
const oneYearOn = (request: InformationRequest, setting: Setting): readonly Duty[] => {
  if (request.kind !== 'section-11') return [];
  const occasion: Occasion = {
    started: request.asked,
    began: 'The returns were due on',
    from: request.due,
    done: request.followedUp,
    isOver: request.closed?.withdrawn ?? false,
    settle: {
      label: 'The review was held',
      command: 'request followed-up',
      fields: { request: request.ref, on: 'today' },
    },
  };
  return [drawOn(request, 'section-11-one-year-on', occasion, setting)];
};
