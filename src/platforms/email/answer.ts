import { type Limit, limited } from '../secret/limit.ts';
import type { Email } from './email.ts';
import { addressesOf, findLink, type Opened } from './find-link.ts';
import { codeLetter, newLinkLetter } from './letters.ts';
import { linkTo } from './link-to.ts';
import type { Mail } from './mail.ts';
import { print } from './print.ts';
import { type Link, MOST_WRONG } from './register.ts';
import type { Address } from './settings.ts';
import { notThem, take } from './take.ts';
import { type Filled, NOT_ME, type Posted, type View } from './view.ts';

/** What the pages of an answer do. Only `look` is asked by GET, and it changes nothing. */
export interface Answers {
  readonly look: (token: string) => Promise<View>;
  readonly sendCode: (token: string) => Promise<View>;
  readonly answer: (token: string, posted: Posted) => Promise<View>;
  readonly sendNew: (token: string) => Promise<View>;
}

/** Each code is a message in somebody's mailbox. */
const CODES_A_LINK: Limit = { most: 5, minutes: 60 };
const CODES_A_PERSON: Limit = { most: 20, minutes: 60 };
const NEW_LINKS: Limit = { most: 3, minutes: 60 };

export const answers = (email: Email): Answers => {
  const perLink = limited(CODES_A_LINK, email.now);
  const perPerson = limited(CODES_A_PERSON, email.now);
  const mayHaveNew = limited(NEW_LINKS, email.now);
  const open = async (token: string, work: (found: Opened) => Promise<View> | View) => {
    const found = await findLink(email, token);
    return found.is === 'open' ? work(found) : found.view;
  };
  return {
    look: (token) => open(token, ({ what }) => ({ is: 'asking', what })),
    sendCode: (token) =>
      open(token, async ({ link, to, what }) => {
        if (!perLink(link.hash) || !perPerson(link.person)) return { is: 'too-many' };
        const code = await email.register.newCode(link, email.now());
        const isSent = await post(email, to, codeLetter(email, to, link.question.ref, code));
        return isSent ? formFor(what) : { is: 'mail-away' };
      }),
    answer: (token, posted) =>
      open(token, async (found) => {
        const filled = filledIn(posted);
        const is = await email.register.isCode(found.link, posted.code ?? '', email.now());
        if (is !== 'right') return notTheCode(email, token, { is, filled });
        if (posted.answer === NOT_ME) return notThem(email, found.link);
        const { what } = found;
        return 'leaf' in what
          ? print(email, found, what)
          : take(email, { ...found, what }, posted, filled);
      }),
    sendNew: async (token) => {
      const found = await findLink(email, token);
      const link = email.register.find(token);
      if (found.is === 'open' || found.view.is !== 'over' || !found.view.mayHaveNew || !link)
        return found.is === 'open' ? { is: 'asking', what: found.what } : found.view;
      if (!mayHaveNew(link.person)) return { is: 'too-many' };
      return sendNew(email, link);
    },
  };
};

/** What may have been taken counts as sent: whoever has not got it asks for another. */
const post = async ({ office }: Email, to: Address, mail: Mail): Promise<boolean> => {
  const { is } = await office.post(to, async () => mail);
  return is === 'taken' || is === 'unsure';
};

const sendNew = async (email: Email, link: Link): Promise<View> => {
  const { person, question } = link;
  const [address] = addressesOf(email, link);
  const new_ = address && (await linkTo(email, { person, address, question }));
  if (!address || !new_) return { is: 'unknown' };
  const isSent = await post(email, address, newLinkLetter(email, address, question.ref, new_));
  return isSent ? { is: 'new-sent' } : { is: 'mail-away' };
};

const notTheCode = async (
  email: Email,
  token: string,
  { is, filled }: { readonly is: 'wrong' | 'none'; readonly filled: Filled },
): Promise<View> => {
  const found = await findLink(email, token);
  if (found.is !== 'open') return found.view;
  const left = MOST_WRONG - found.link.wrong;
  const problem =
    is === 'none'
      ? 'That code does not work any more, so nothing was saved. Ask for another one below.'
      : `That is not the code, so nothing was saved. ${left === 1 ? 'One more wrong one closes' : `${left} more wrong ones close`} this link.`;
  return formFor(found.what, filled, problem);
};

/** What is asked for beside the code: the answer, or nothing. */
const formFor = (what: Opened['what'], filled: Filled = {}, problem?: string): View =>
  'leaf' in what ? { is: 'opening', what, problem } : { is: 'form', sheet: what, filled, problem };

const filledIn = ({ answer, words, more }: Posted): Filled => ({ answer, words, more });
