import type { Sheet } from '../../app/answering.ts';
import type { Choice } from '../../app/answering-choices.ts';
import type { Answer } from '../../app/dispatch.ts';
import { sayPerson } from '../../domain/posts.ts';
import { settingAt } from '../../domain/setting.ts';
import type { Email } from './email.ts';
import type { Opened } from './find-link.ts';
import type { Link } from './register.ts';
import type { Filled, Posted, View } from './view.ts';

interface Asking extends Pick<Opened, 'link'> {
  readonly what: Sheet;
}

/** Answers for somebody who has given the right code: by the same way, roles and privacy gate as everything else. */
export const take = async (
  email: Email,
  { link, what: sheet }: Asking,
  posted: Posted,
  filled: Filled,
): Promise<View> => {
  const choice = sheet.choices.find(({ id }) => id === posted.answer);
  if (!choice)
    return {
      is: 'form',
      sheet,
      filled,
      problem: 'No answer is chosen, so nothing was saved. Choose one.',
    };
  const lacking = choice.needs.find((field) => !posted[field]?.trim());
  if (lacking) return { is: 'form', sheet, filled, problem: LACKING[lacking] };
  const answer = await email.ask({
    actor: link.person,
    via: 'email',
    asking: { command: choice.command, fields: fieldsOf(choice, sheet, posted) },
    once: `email/${link.hash}`,
    link: link.hash,
  });
  if (answer.is === 'refused') return refused(answer, choice, sheet, posted);
  email.afterwards();
  return { is: 'done', title: answer.message.title };
};

const LACKING = {
  words:
    'This answer needs a few words, so nothing was saved. Write them below, and send it again.',
  more: 'This answer needs the new day, so nothing was saved. Give it below, and send it again.',
} as const;

const MORE = { day: 'to', 'sign-off': 'signed-off-by', nothing: '' } as const satisfies Record<
  Sheet['more'],
  string
>;

/** A day is for the answer that asks for one; what is left empty is left out. */
const fieldsOf = (choice: Choice, { more }: Sheet, posted: Posted): Posted => {
  const takesMore = more === 'sign-off' || choice.id === 'extend';
  const given = {
    [choice.words]: posted.words?.trim(),
    ...(takesMore ? { [MORE[more]]: posted.more?.trim() } : {}),
    ...(posted.sure ? { sure: 'yes' } : {}),
  };
  const some = Object.entries(given).filter((one): one is [string, string] => !!one[1]);
  return { ...choice.fields, ...Object.fromEntries(some) };
};

const NAME =
  "Two capitalised words look like a person's name, so nothing was saved. If they are nobody's name, write them again and tick the box; otherwise write the post, or the child's code.";

/** What the privacy gate declined is not shown again: only what the form gives back is. */
const refused = (answer: Answer, choice: Choice, sheet: Sheet, posted: Posted): View => {
  const { filled = {}, problems = [] } = answer.form ?? {};
  const asksSure = problems.some(({ kind }) => kind === 'a name');
  return {
    is: 'form',
    sheet,
    filled: { answer: posted.answer, words: filled[choice.words], more: filled[MORE[sheet.more]] },
    problem: asksSure ? NAME : answer.message.title,
    asksSure,
  };
};

/** A message went to whom it was not meant for: the business unit looks whose address it is. */
export const notThem = async (email: Email, link: Link): Promise<View> => {
  const { ref } = link.question;
  const { arrangement } = settingAt(await email.ledger(), email.arrangement, email.now());
  await email.report([
    {
      key: `email/not-me/${link.hash}`,
      sentence: `Whoever reads what goes to ${sayPerson(arrangement, link.person)} by e-mail says that ${ref} is not for them. See whose address it is in the settings for e-mail, and tell them yourself meanwhile.`,
      lasts: false,
    },
  ]);
  await email.register.withdraw(link);
  email.afterwards();
  return { is: 'done', title: 'Thank you: the business unit is told that this is not for you' };
};
