import { type Answering, answering, type Cover, type Sheet } from '../../app/answering.ts';
import { askingOf, type Leaf, sayLeaf } from '../../app/leaf.ts';
import type { PersonId } from '../../domain/incident.ts';
import { settingAt } from '../../domain/setting.ts';
import { type Whole, wholeAnswer } from '../paper/drawn.ts';
import type { Email } from './email.ts';
import { type Asked, isLeaf } from './register.ts';

/** A page that may be printed: what it is called, and which it is. */
export interface Printable extends Cover {
  readonly leaf: Leaf;
}

/** What a link would open at this moment for its person, by their roles and what they may see now. */
export type Opening =
  | { readonly is: 'open'; readonly what: Sheet | Printable }
  | Extract<Answering, { is: 'over' }>;

export const standingFor = async (
  email: Email,
  asked: Asked,
  person: PersonId,
): Promise<Opening> => {
  const now = email.now();
  const ledger = await email.ledger();
  const { arrangement } = email;
  if (!isLeaf(asked)) {
    const found = answering(asked, person, { ledger, arrangement, now });
    return found.is === 'open' ? { is: 'open', what: found.sheet } : found;
  }
  const { is } = await pageOf(email, asked, person, 1);
  if (is !== 'accepted') return NOT_THEIRS;
  const about = sayLeaf(asked, settingAt(ledger, arrangement, now));
  return {
    is: 'open',
    what: { leaf: asked, title: about, about, question: 'A page to read and to print.' },
  };
};

const NOT_THEIRS = {
  is: 'over',
  sentence: 'This page is not for you any more, so there is nothing to print.',
} as const satisfies Opening;

const pageOf = ({ look }: Email, leaf: Leaf, actor: PersonId, page: number) => {
  const { command, fields } = askingOf(leaf);
  const asking = { command, fields: { ...fields, page: String(page) } };
  return look({ actor, via: 'email', asking });
};

/** All of a page, for its person's eyes as it stands now. */
export const wholeLeaf = (email: Email, leaf: Leaf, person: PersonId): Promise<Whole> =>
  wholeAnswer((page) => pageOf(email, leaf, person, page));
