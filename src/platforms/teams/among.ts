import { KeptMessage } from '../../app/kept-message.ts';
import type { Message } from '../../app/message.ts';
import { HIDDEN } from '../../app/notice/afterwards.ts';
import type { Ref } from '../../domain/reference.ts';
import { type Guarded, seenByAll } from '../chat/guarded.ts';
import { rootOf } from './activity.ts';
import type { Called } from './called.ts';
import { guard } from './guard.ts';
import { digest, sendOne } from './post.ts';
import type { Post } from './register.ts';
import type { Drawn } from './render.ts';
import type { Teams } from './teams.ts';
import type { Conversation } from './wire.ts';

/** An answer that stands among others: nobody's own, and no card or line of the channel for cases. */
const isAnswer = ({ to, card }: Post): boolean => to === undefined && card === undefined;

/** One page of it; what speaks of records is known of, so that it can be taken down. */
export const sendAmong = async (
  teams: Pick<Teams, 'lanes' | 'carrier' | 'register'>,
  way: Conversation,
  drawn: Drawn,
  { message, about, page }: { message: Message; about: readonly Ref[]; page: number },
): Promise<Called> => {
  const sent = await sendOne(teams, way, drawn);
  if (sent.is !== 'done' || about.length === 0) return sent;
  const place = { conversation: way.conversation, id: sent.result };
  const kept = { page, message: KeptMessage.parse({ ...message, about }), drawn: digest(drawn) };
  await teams.register.add({ is: 'posted', post: { ...place, ...kept } });
  return sent;
};

/** As it was said, while everybody there may see all of it; nothing where that cannot be told now. */
export const drawAnswer = async (
  teams: Pick<Teams, 'arrangement' | 'ledger' | 'pages'>,
  { message, page }: Post,
  guarded: Guarded,
): Promise<Drawn | undefined> => {
  if (guarded.is === 'unknown') return undefined;
  const { records, purged } = await teams.ledger();
  const isSeen = (ref: Ref): boolean => {
    const record = purged.has(ref) ? undefined : records.get(ref);
    return (
      guarded.is === 'open' &&
      record !== undefined &&
      seenByAll(teams.arrangement, guarded.members, record)
    );
  };
  const pages = teams.pages(message.about.every(isSeen) ? message : HIDDEN);
  return pages[page] ?? pages.at(-1);
};

/** Who guards an answer: the conversation that it stands in. A card is shown in the channel for cases alone. */
export const guardOfPost = (teams: Teams, post: Post): Promise<Guarded> =>
  isAnswer(post) || teams.settings.cases === rootOf(post.conversation)
    ? guard(teams, rootOf(post.conversation))
    : Promise.resolve({ is: 'closed', why: 'it is not in the settings' });

/** What was answered in conversations where others are than at the last look. */
export const answersToLookAt = (teams: Teams): (() => Promise<readonly Ref[]>) => {
  const seen = new Map<string, string>();
  return async () => {
    const answers = Map.groupBy(teams.register.all().filter(isAnswer), (one) =>
      rootOf(one.conversation),
    );
    const refs: Ref[] = [];
    for (const [conversation, posts] of answers) {
      const guarded = await guard(teams, conversation);
      const now = sayGuarded(guarded);
      if (guarded.is === 'unknown' || seen.get(conversation) === now) continue;
      seen.set(conversation, now);
      refs.push(...posts.flatMap(({ message }) => message.about));
    }
    return refs;
  };
};

const sayGuarded = (guarded: Guarded): string =>
  guarded.is === 'open' ? guarded.members.map(({ id }) => id).join() : guarded.is;
