import type { Person } from '../../domain/arrangement.ts';
import { bodyOfChair } from '../../domain/body-actions.ts';
import { MONTHLY } from '../../domain/digest-days.ts';
import { monthlyDigest, ownOpen } from '../../domain/digest-sent.ts';
import type { Item } from '../../domain/item.ts';
import { holderOf, sayPost } from '../../domain/posts.ts';
import { counted, lowered } from '../../domain/words.ts';
import { sayAction } from '../action-words.ts';
import { digestMessage, digestTitle } from '../digest.ts';
import { type Button, type Message, text } from '../message.ts';
import { paged } from '../paged.ts';
import { type Scenery, sayMissed, sayWhyInstead } from './line.ts';
import { isMissed } from './missed.ts';

/** A digest that goes out by itself: of a body to its chair, or of an owner's actions to them. */
export const digestNotice = (item: Item, person: Person, scenery: Scenery): Message => {
  const message =
    item.duty === MONTHLY ? monthly(item, person, scenery) : weekly(item, person, scenery);
  const instead = holderOf(scenery.arrangement, item.to)
    ? sayWhyInstead(item.to, scenery)
    : `${sayPost(scenery.arrangement, item.to)}, a post with nobody in it`;
  const said = [
    ...(isMissed(item, scenery) ? [sayMissed([item.moment], scenery)] : []),
    ...(instead ? [`You have this for ${instead}.`] : []),
  ];
  return { ...message, blocks: [...said.map(text), ...message.blocks], items: [item] };
};

const monthly = (item: Item, person: Person, scenery: Scenery): Message => {
  const body = bodyOfChair(item.to);
  const digest = monthlyDigest({ item, person, now: scenery.now }, scenery.ledger, scenery);
  return digestMessage(
    digest,
    {
      title: `${item.record}: ${lowered(digestTitle(body, scenery))}`,
      body,
      page: 1,
      fields: { month: item.due.slice(0, 7) },
    },
    scenery,
  );
};

/** Everything they owe, with a button for each. */
const DESK: Button = { label: 'What I owe', command: 'due', fields: {} };

const weekly = (item: Item, person: Person, scenery: Scenery): Message => {
  const open = ownOpen({ item, person, now: scenery.now }, scenery.ledger, scenery);
  const late = open.filter(({ due }) => due < scenery.today).length;
  const message = paged({
    title: `${item.record}: your ${counted(open.length, 'open action')}${late > 0 ? `, ${late} late` : ''}`,
    empty: '',
    rows: open.map((action) => ({
      line: sayAction(action, scenery),
      about: [action.ref],
      duties: [],
    })),
    page: 1,
    next: { command: 'action list', fields: { owner: item.to } },
  });
  return { ...message, buttons: [...message.buttons, DESK] };
};
