import {
  ANSWERS,
  type AnswerKind,
  type InformationRequest,
  type RequestKind,
} from '../requests/request.ts';
import type { Press } from './shape.ts';

const LABEL: Readonly<Record<AnswerKind, string>> = {
  agree: 'Agree',
  disagree: 'Disagree',
  comment: 'Comment',
  'nil-return': 'Nil return',
  provided: 'It is provided',
  partial: 'A part is provided',
  refused: 'We refuse',
};

/** The three that such a question is answered with; any other can be typed, or chosen in the form. */
const OFFERED: Readonly<Record<RequestKind, readonly AnswerKind[]>> = {
  consultation: ['agree', 'disagree', 'comment'],
  'sign-off': ['agree', 'disagree', 'comment'],
  data: ['provided', 'nil-return', 'comment'],
  commentary: ['comment', 'nil-return', 'provided'],
  scoping: ['provided', 'nil-return', 'comment'],
  'section-11': ['provided', 'partial', 'comment'],
  'section-175': ['provided', 'partial', 'comment'],
};

/** The buttons for one agency's answer. */
export const answersTo = (
  { ref, kind }: Pick<InformationRequest, 'ref' | 'kind'>,
  agency: string,
): readonly Press[] =>
  OFFERED[kind].map((answer) => ({
    label: LABEL[answer],
    command: 'request answer',
    fields: { request: ref, for: agency, answer },
  }));

/** Every answer that there is, those first that such a question is usually answered with. */
export const everyAnswer = (
  kind: RequestKind,
): readonly { readonly answer: AnswerKind; readonly label: string }[] =>
  [...new Set([...OFFERED[kind], ...ANSWERS])].map((answer) => ({ answer, label: LABEL[answer] }));
