import { counted } from '../words.ts';
import { silentOf } from './part.ts';
import type { Answer, AnswerKind, InformationRequest, RequestKind } from './request.ts';

const KIND: Readonly<Record<RequestKind, string>> = {
  data: 'data',
  commentary: 'a commentary',
  consultation: 'a view on a draft',
  'sign-off': 'sign-off of the business plan',
  scoping: 'scoping information',
  'section-11': 'the Section 11 return',
  'section-175': 'the Section 175/157 return',
};

/** "a view on a draft": before "is asked of". */
export const sayKind = (kind: RequestKind): string => KIND[kind];

const ANSWER: Readonly<Record<AnswerKind, string>> = {
  agree: 'agrees',
  disagree: 'disagrees',
  comment: 'comments',
  'nil-return': 'makes a nil return',
  provided: 'has provided it',
  partial: 'has provided a part',
  refused: 'refuses',
};

/** "disagrees: the threshold is too high; signed off by the Chief Nurse" */
export const sayAnswer = ({ is, note, signedOffBy, writtenRef }: Answer): string =>
  [
    note ? `${ANSWER[is]}: ${note.replace(/[.\s]+$/, '')}` : ANSWER[is],
    ...(signedOffBy ? [`signed off by ${signedOffBy}`] : []),
    ...(writtenRef ? [`the change is confirmed in writing, ${writtenRef}`] : []),
  ].join('; ');

/** "12 of 16 agencies have answered" */
export const sayCount = (request: InformationRequest): string => {
  const all = Object.keys(request.parts).length;
  return `${all - silentOf(request).length} of ${counted(all, 'agency', 'agencies')} have answered`;
};
