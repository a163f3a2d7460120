import { sayEntry } from '../../app/history.ts';
import { type Message, plain } from '../../app/message.ts';
import type { Person } from '../../domain/arrangement.ts';
import type { Entry } from '../../domain/change.ts';
import { refsOf } from '../../domain/recent.ts';
import type { Ref } from '../../domain/reference.ts';
import { isResting, type Sending, sendingOnce } from '../../domain/sending.ts';
import type { Trouble } from '../../domain/trouble.ts';
import type { Behind } from './behind.ts';
import { type Guarded, seenByAll } from './guarded.ts';
import { hasCard } from './redraw.ts';

/** What became of something that was posted: where it lies, or why it lies nowhere. */
export type Posted =
  | { readonly is: 'posted'; readonly id: string }
  | { readonly is: 'later' }
  | { readonly is: 'unsure' }
  | { readonly is: 'stuck'; readonly error: string };

/** One channel for cases, as its product gives it. */
export interface CaseChannel {
  /** Names it among troubles, and in what was told. */
  readonly key: string;
  readonly channel: string;
  /** "the channel for cases of the workspace merton"; and whose product it is. */
  readonly called: string;
  readonly product: string;
  readonly guard: () => Promise<Guarded>;
  readonly cardOf: (ref: Ref) => string | undefined;
  /** The records that what lies there speaks of. */
  readonly refsThere: () => readonly Ref[];
  /** Below a card, where one is given. */
  readonly post: (message: Message, card?: string) => Promise<Posted>;
}

interface Told {
  readonly told: (channel: string) => number | undefined;
  readonly tell: (channel: string, seq: number) => Promise<void>;
  readonly unsure: () => Promise<void>;
}

type Parts = Pick<Behind, 'arrangement' | 'ledger' | 'entriesAfter' | 'report' | 'now'> & Told;

/**
 * The private channel for cases: one card a record, and a thread below it with a line for each
 * decision. It follows the log: what could not be posted now is posted later, in its order.
 */
export interface CaseChannels {
  /** Posts what is new; gives the records whose cards have to be drawn anew, since who sees them has changed. */
  readonly run: () => Promise<readonly Ref[]>;
}

export const caseChannels = (
  parts: Parts,
  channels: readonly CaseChannel[],
  hasNews: () => boolean,
): CaseChannels => {
  const seen = new Map<string, string>();
  const rests = new Map<string, Sending>();
  const look = async (channel: CaseChannel): Promise<readonly Ref[]> => {
    await begin(parts, channel);
    const guarded = await channel.guard();
    if (guarded.is === 'unknown') return [];
    const now = JSON.stringify(guarded);
    const isNew = seen.get(channel.key) !== now;
    seen.set(channel.key, now);
    await sayWhy(parts, channel, guarded);
    const posted =
      guarded.is === 'open'
        ? await follow(parts, { ...channel, members: guarded.members, rests, hasNews })
        : [];
    return [...posted, ...(isNew ? channel.refsThere() : [])];
  };
  return {
    run: async () => {
      const changed: Ref[] = [];
      for (const channel of channels) changed.push(...(await look(channel)));
      return changed;
    },
  };
};

/** Why no case is shown there, once; and no more when it is over. */
const sayWhy = (
  { report }: Parts,
  { key, called }: CaseChannel,
  guarded: Guarded,
): Promise<void> => {
  if (guarded.is !== 'closed') return report([], [key]);
  const sentence = `No case is shown in ${called}: ${guarded.why}. What was shown there is taken down meanwhile.`;
  return report([{ key, sentence, lasts: true }]);
};

/** What was there before the channel was chosen is not poured into it. */
const begin = async ({ told, tell, ledger }: Parts, { channel }: CaseChannel): Promise<void> => {
  if (told(channel) === undefined) await tell(channel, (await ledger()).seq);
};

interface Open extends CaseChannel {
  readonly members: readonly Person[];
  /** Channels in which something was posted of which nobody knows whether it arrived. */
  readonly rests: Map<string, Sending>;
  /** Something has happened meanwhile: who is there has to be looked at again. */
  readonly hasNews: () => boolean;
}

/** Gives the records whose cards were posted: they are bare, and are drawn next. */
const follow = async (parts: Parts, open: Open): Promise<readonly Ref[]> => {
  const { seq } = await parts.ledger();
  const from = parts.told(open.channel) ?? seq;
  const rest = open.rests.get(open.key);
  if (from >= seq || (rest && isResting(rest, parts.now()))) return [];
  const posted: Ref[] = [];
  for (const entry of await parts.entriesAfter(from)) {
    if (open.hasNews() || !(await tellEntry(parts, open, entry, posted))) break;
    await parts.tell(open.channel, entry.seq);
  }
  return posted;
};

/** False where it is to be tried again. */
const tellEntry = async (
  parts: Parts,
  open: Open,
  entry: Entry,
  posted: Ref[],
): Promise<boolean> => {
  // Of what was purged nothing is said: what lies there is drawn anew.
  const said = entry.changes.filter(({ type }) => type !== 'purged');
  for (const ref of new Set(said.flatMap(refsOf))) {
    const root = await rootOf(parts, open, ref, posted);
    if (root === 'later') return false;
    if (root && !(await post(parts, open, lineOf(parts, ref, entry), root))) return false;
  }
  return true;
};

/** The card that a record's thread hangs on, posted where there is none; nothing for what may not be shown. */
const rootOf = async (
  parts: Parts,
  open: Open,
  ref: Ref,
  posted: Ref[],
): Promise<string | 'later' | undefined> => {
  const record = (await parts.ledger()).records.get(ref);
  const known = open.cardOf(ref);
  if (!(known || record) || !seenByAll(parts.arrangement, open.members, record)) return undefined;
  if (known) return known;
  if (record && !hasCard(record)) return undefined;
  // It is posted with the reference alone and drawn when it is known where it lies: one that nobody
  // knows of could not be taken down, so there is nothing on it.
  const id = await post(parts, open, { ...plain(ref), about: [ref] });
  if (id) posted.push(ref);
  return id ?? 'later';
};

const lineOf = ({ arrangement }: Parts, ref: Ref, entry: Entry): Message => ({
  ...plain(`${ref}: ${sayEntry(entry, arrangement)}`),
  about: [ref],
});

/** Where it lies, or nothing where it is to be tried again. */
const post = async (
  parts: Parts,
  open: Open,
  message: Message,
  card?: string,
): Promise<string | undefined> => {
  const posted = await open.post(message, card);
  if (posted.is === 'posted') {
    open.rests.delete(open.key);
    await parts.report([], [stuckKey(open)]);
    return posted.id;
  }
  if (posted.is === 'unsure') {
    open.rests.set(open.key, sendingOnce(open.rests.get(open.key), parts.now()));
    await parts.unsure();
  }
  if (posted.is === 'stuck') await parts.report([stuck(open, posted.error)]);
  return undefined;
};

const stuckKey = ({ key }: CaseChannel): string => `${key}/stuck`;

const stuck = (open: CaseChannel, error: string): Trouble => ({
  key: stuckKey(open),
  sentence: `${open.product} takes nothing more in ${open.called} (${error}), so what has happened since is not shown there. Run npm run doctor: it says what to mend.`,
  lasts: true,
});
