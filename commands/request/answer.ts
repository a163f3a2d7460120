import { z } from 'zod';
import { accept, defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { agencyField, choice, freeText } from '../../src/app/field.ts';
import { checkText } from '../../src/app/gate.ts';
import { plain } from '../../src/app/message.ts';
import { londonTime, sayNear } from '../../src/domain/day.ts';
import { sayPerson } from '../../src/domain/posts.ts';
import { definiteAnswer } from '../../src/domain/requests/part.ts';
import {
  ANSWERS,
  type Answer,
  type InformationRequest,
  needsWords,
} from '../../src/domain/requests/request.ts';
import { sayAnswer } from '../../src/domain/requests/words.ts';
import { hasRole } from '../../src/domain/roles.ts';
import { listed } from '../../src/domain/words.ts';
import { onOpenRequest, ownAgencies, request } from './find.ts';
import { ANSWERERS, ASKERS } from './roles.ts';
import { writtenOn } from './written.ts';

const fields = z.object({
  request,
  answer: choice('What does the agency answer?', ANSWERS),
  for: agencyField('For which agency? Your own, if left out').optional(),
  note: freeText('In words').optional(),
  'signed-off-by': freeText('Who has signed it off, by post', { most: 80 }).optional(),
  written: freeText('The reference of the written confirmation, where the position changes', {
    most: 60,
  }).optional(),
});
type Fields = z.infer<typeof fields>;

export const requestAnswer = defineCommand({
  name: 'request answer',
  summary: "Give an agency's definite answer: no answer is never taken as agreement.",
  allow: ANSWERERS,
  fields,
  decide: (values, situation) =>
    onOpenRequest(values.request, situation, (found) => {
      const agency = agencyOf(values, found, situation);
      if ('wrong' in agency) return refuse(agency.wrong);
      const before = standing(found, agency.id);
      if (before && isSame(before, values))
        return accept(
          plain(`${found.ref}: ${sayBefore(before, situation)} Nothing more is needed.`),
        );
      const wrong = whyNot(values, found, before, situation);
      if (wrong) return refuse(wrong);
      const change = {
        type: 'request-answered',
        ref: found.ref,
        agency: agency.id,
        answer: answerOf(values, situation),
        ...(found.review ? { review: found.review } : {}),
      } as const;
      return writtenOn(found.ref, [change], titleOf(found, change.answer), situation);
    }),
});

const titleOf = ({ ref, review }: InformationRequest, { is, signedOffBy }: Answer): string => {
  if (is === 'partial') return `${ref}: a part is here, and the rest is still wanted`;
  return review && is === 'provided' && !signedOffBy
    ? `${ref}: it is here, and counts once somebody senior has signed it off`
    : `${ref}: the answer is recorded`;
};

/** The agency that is spoken for, or why nobody can be spoken for so. */
const agencyOf = (
  { for: wanted }: Fields,
  found: InformationRequest,
  situation: Situation,
): { readonly id: string } | { readonly wrong: string } => {
  const own = ownAgencies(found, situation);
  const may = hasRole(situation.roles, ASKERS) ? Object.keys(found.parts) : own;
  if (wanted !== undefined)
    return may.includes(wanted)
      ? { id: wanted }
      : {
          wrong: `You do not answer ${found.ref} for ${wanted}. Its lead or deputy does; leave for out to answer for your own agency.`,
        };
  const [only, ...more] = own;
  if (only !== undefined && more.length === 0) return { id: only };
  return {
    wrong: `Say for which agency: for=AGENCY, one of ${listed(own.length > 0 ? own : may)}.`,
  };
};

const standing = (found: InformationRequest, agency: string): Answer | undefined => {
  const part = found.parts[agency];
  return part && (definiteAnswer(found, part) ?? part.answers.at(-1));
};

const isSame = (before: Answer, values: Fields): boolean =>
  before.is === values.answer && !values.note && !values['signed-off-by'] && !values.written;

const sayBefore = (before: Answer, { arrangement, today }: Situation): string =>
  `Your agency has answered already: it ${sayAnswer(before)}, by ${sayPerson(arrangement, before.by)} on ${sayNear(before.on, today)} at ${londonTime(before.at)}.`;

const whyNot = (
  values: Fields,
  found: InformationRequest,
  before: Answer | undefined,
  situation: Situation,
): string | undefined => {
  const { answer, note, written } = values;
  if (needsWords(answer) && !note)
    return `Say in a few words what is meant by ${answer}: /request answer ${found.ref} answer=${answer} note="…".`;
  const isChanged = before !== undefined && before.is !== 'partial' && before.is !== answer;
  if (isChanged && answer === 'partial')
    return `${sayBefore(before, situation)} A part of it would be less than that. Give the answer that holds now, or leave it.`;
  if (isChanged && !written)
    return `${sayBefore(before, situation)} That stands; a changed position needs a reference in writing (S0, 6.8): send it again with written="…".`;
  return found.review && note
    ? checkText(
        'note',
        { kind: 'text', title: '', onCase: true },
        note,
        situation.arrangement.gate,
        true,
      )?.sentence
    : undefined;
};

const answerOf = (values: Fields, { today, now, actor }: Situation): Answer => ({
  is: values.answer,
  on: today,
  at: now,
  by: actor.id,
  ...(values.note ? { note: values.note } : {}),
  ...(values['signed-off-by'] ? { signedOffBy: values['signed-off-by'] } : {}),
  ...(values.written ? { writtenRef: values.written } : {}),
});
