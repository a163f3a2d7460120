import { type Action, eventsOf } from '../../domain/action.ts';
import type { Person } from '../../domain/arrangement.ts';
import type { HeedRecord } from '../../domain/change.ts';
import type { CycleEntry } from '../../domain/cycle/entry.ts';
import { sayNear } from '../../domain/day.ts';
import type { Incident } from '../../domain/incident.ts';
import type { Item, PostId } from '../../domain/item.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import type { ReviewNews } from '../../domain/news.ts';
import { canSee, sayPost } from '../../domain/posts.ts';
import type { RapidReview } from '../../domain/reviews/rapid-review.ts';
import { sayOutcome } from '../../domain/reviews/words.ts';
import { capital } from '../../domain/words.ts';
import { sayOrigin } from '../action-words.ts';
import { sayQuorum } from '../meeting-words.ts';
import { type Block, type Button, type Message, text } from '../message.ts';
import type { Scenery } from './line.ts';
import { requestNewsMessage } from './request-news.ts';

/** What has happened, for somebody who has to know. */
export const newsMessage = (item: Item, person: Person, scenery: Scenery): Message => {
  const record = scenery.ledger.records.get(item.record);
  const said = saidOf(item, record, scenery);
  return record && canSee(scenery.arrangement, person, record)
    ? { ...said, about: [record.ref], items: [item] }
    : { ...said, about: [], items: [] };
};

const saidOf = (item: Item, record: HeedRecord | undefined, scenery: Scenery): Said => {
  if (record?.is === 'request') return requestNewsMessage(item, record, scenery);
  if (record?.is === 'action') return actionNewsMessage(item, record, scenery);
  if (record?.is === 'cycle-entry') return givenOn(record, scenery);
  if (record?.is === 'meeting') return notQuorate(record, scenery);
  if (record?.is === 'incident') return inOtherHands(record);
  if (record?.is !== 'rapid-review') throw new Error(`there is no news of ${item.record}`);
  return SAID[item.duty as ReviewNews](record, scenery, item.to);
};

/** No more of the case than the reference that they know: it is not theirs to follow any longer. */
const inOtherHands = ({ ref }: Incident): Said => ({
  title: `${ref}: it is in another area's hands now`,
  blocks: [
    text('Nothing more is wanted of you on it, and Heed sends you no more reminders of it.'),
    text('You have this because you were told of it before its area was corrected.'),
  ],
  buttons: [],
});

/** An action that is theirs now, or that stays due as it was. */
const actionNewsMessage = (item: Item, action: Action, { today }: Scenery): Said => {
  const { ref, due, what } = action;
  const declined = eventsOf(action).findLast((event) => event.is === 'declined');
  const reason =
    declined?.is === 'declined' && declined.reason ? ` Reason: ${declined.reason}` : '';
  return {
    title:
      item.duty === 'action-given'
        ? `${ref}: an action is yours, due ${sayNear(due, today)}`
        : `${ref}: it stays due ${sayNear(due, today)}`,
    blocks: [
      text(`${capital(what)}.`),
      text(
        item.duty === 'action-given'
          ? `It comes from ${sayOrigin(action)}.`
          : `Another day was asked for, and not agreed to.${reason}`,
      ),
    ],
    buttons: [
      {
        label: 'See the action',
        command: 'action show',
        fields: { action: ref },
        record: ref,
      },
    ],
  };
};

const givenOn = (entry: CycleEntry, { arrangement, today }: Scenery): Said => {
  const { ref, what, due, owner, assigned } = entry;
  return {
    title: `${ref}: ${sayPost(arrangement, assigned?.to ?? owner)} has it now, due ${sayNear(due, today)}`,
    blocks: [text(`${capital(what)}.`), text('You have this because you were reminded of it.')],
    buttons: [
      { label: 'See the entry', command: 'cycle entry', fields: { entry: ref }, record: ref },
    ],
  };
};

const notQuorate = (meeting: Meeting, { arrangement }: Scenery): Said => ({
  title: `${meeting.ref}: ${sayQuorum(meeting, arrangement)}`,
  blocks: [
    text(
      'It cannot decide as it is: what it decides all the same has to be confirmed at a meeting that is quorate.',
    ),
  ],
  buttons: [
    {
      label: 'See the meeting',
      command: 'meeting agenda',
      fields: { meeting: meeting.ref },
      record: meeting.ref,
    },
  ],
});

export type Said = Pick<Message, 'title' | 'lead' | 'blocks' | 'buttons'>;

const SAID: Readonly<
  Record<ReviewNews, (review: RapidReview, scenery: Scenery, to: PostId) => Said>
> = {
  'decision-changed': ({ ref, decisions }, { today }) => {
    const [was, is] = decisions.slice(-2);
    if (!was || !is) throw new Error(`${ref} has no two decisions`);
    return {
      title: `${ref}: the decision of ${sayNear(was.made.on, today)} is reversed`,
      blocks: [
        text(
          `It was: ${sayOutcome(was.outcome)}. It is now, from ${sayNear(is.made.on, today)}: ${sayOutcome(is.outcome)}.`,
        ),
        text(`Reason: ${is.reason}`),
        text('You have this because you were told of the case, or because you decide on it.'),
      ],
      buttons: [see(ref)],
    };
  },
  'agree-media': ({ ref }, _, to) => ({
    title: `${ref}: a media request waits for three agreements`,
    blocks: [
      text(
        'The chair, the Director and the communications team agree before anybody answers it. The line to take is in the secure file. The other agencies are told not to respond.',
      ),
    ],
    buttons: [...agreeing(ref, to), see(ref)],
  }),
  'do-not-respond': () => ({
    title: 'Please do not answer the media for now',
    blocks: [
      text(
        'A request has reached the partnership. No agency responds without the agreement of the chair, the Director and the communications team. Send whoever asks you to the business unit.',
      ),
    ],
    buttons: [],
  }),
};

/** Each agrees for themselves; the business unit has the communications team's word. */
const AGREES: Readonly<Record<string, readonly [string, string]>> = {
  chair: ['I agree', 'chair'],
  'council-lead': ['I agree', 'director'],
  manager: ['The communications team agrees', 'communications'],
};

const agreeing = (ref: RapidReview['ref'], to: PostId): readonly Button[] => {
  const [label, as] = AGREES[to] ?? [];
  if (!label || !as) return [];
  return [
    { label, command: 'review agree', fields: { review: ref, as, on: 'today' }, record: ref },
  ];
};

const see = (ref: RapidReview['ref']) => ({
  label: 'See the review',
  command: 'review show',
  fields: { review: ref },
  record: ref,
});

/** As it stands below other things. */
export const asBlocks = ({ title, lead, blocks }: Message): readonly Block[] => [
  text(lead ? `${title}, ${lead}` : title),
  ...blocks,
];

export const togetherOf = (told: readonly Message[]): Message => {
  const [first, ...more] = told;
  if (!first) throw new Error('a delivery without items');
  return {
    ...first,
    blocks: [...first.blocks, ...more.flatMap(asBlocks)],
    about: [...new Set(told.flatMap(({ about }) => about))],
    items: told.flatMap(({ items }) => items ?? []),
  };
};
