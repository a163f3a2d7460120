import { agencyName } from '../../domain/agencies.ts';
import { sayNear } from '../../domain/day.ts';
import { answersTo } from '../../domain/duties/answers.ts';
import type { Item } from '../../domain/item.ts';
import type { RequestNews } from '../../domain/requests/news.ts';
import { dueOf } from '../../domain/requests/part.ts';
import type { InformationRequest } from '../../domain/requests/request.ts';
import { sayAnswer, sayKind } from '../../domain/requests/words.ts';
import { counted } from '../../domain/words.ts';
import { type Button, text } from '../message.ts';
import type { Scenery } from './line.ts';
import type { Said } from './news.ts';

/** What somebody has to know of an information request. */
export const requestNewsMessage = (
  item: Item,
  request: InformationRequest,
  scenery: Scenery,
): Said => SAID[item.duty as RequestNews](request, item, scenery);

type Say = (request: InformationRequest, item: Item, scenery: Scenery) => Said;

/** The question itself, to whoever answers for an agency. */
const asking: Say = (request, { part = '' }, { today, arrangement }) => {
  const { ref, kind, what, basis, link, review } = request;
  const own = request.parts[part];
  const due = sayNear(own ? dueOf(request, own) : request.due, today);
  const agency = arrangement.agencies.find(({ id }) => id === part);
  return {
    title: `${ref}: ${sayKind(kind)} is asked of your agency, by ${due}`,
    blocks: [
      text(what),
      ...(link ? [text(`The document is at ${link}.`)] : []),
      text(
        review
          ? 'It is for a review: what you provide counts once somebody senior of your agency has signed it off.'
          : 'Please give a definite answer. No answer is not taken as agreement.',
      ),
      ...(agency?.isSectorRepresentative
        ? [text('You answer for your sector in general; it does not bind those in it.')]
        : []),
      text(basis),
    ],
    buttons: answersTo(request, part).map((press): Button => ({ ...press, record: ref })),
  };
};

const SAID: Readonly<Record<RequestNews, Say>> = {
  asked: asking,
  'asked-again': (request, item, scenery) => {
    const said = asking(request, item, scenery);
    return {
      ...said,
      title: said.title.replace('is asked of your agency', 'is still wanted of your agency'),
    };
  },
  'answered-against': (request, { part = '' }, { arrangement }) => {
    const last = request.parts[part]?.answers.at(-1);
    return {
      title: `${request.ref}: ${last?.is === 'refused' ? 'an agency refuses' : 'an agency disagrees'}`,
      blocks: [text(`${agencyName(arrangement, part)}: ${last ? sayAnswer(last) : 'no answer'}.`)],
      buttons: [see(request)],
    };
  },
  'all-answered': (request) => ({
    title: `${request.ref}: all ${counted(Object.keys(request.parts).length, 'agency', 'agencies')} have answered`,
    blocks: [text('Nobody is chased any more. The board shows every answer.')],
    buttons: [see(request)],
  }),
};

const see = ({ ref }: InformationRequest): Button => ({
  label: 'See the request',
  command: 'request show',
  fields: { request: ref },
  record: ref,
});
