import { londonDay } from '../../domain/day.ts';
import { refsOf } from '../../domain/recent.ts';
import type { Ref } from '../../domain/reference.ts';
import type { Behind } from './behind.ts';
import { type CaseChannel, caseChannels } from './case-channel.ts';
import type { Refresh } from './marks.ts';
import { oneAtATime, type Rounds } from './rounds.ts';

/** What follows the log: cards and threads in the channels, messages that were sent, desks. */
export interface Following extends Rounds {
  readonly changed: (refs: readonly Ref[]) => void;
  readonly tick: () => void;
}

interface Register {
  readonly add: (
    kept: { is: 'told'; channel: string; seq: number } | { is: 'unsure' },
  ) => Promise<void>;
  /** Takes in what other processes have kept since. */
  readonly refresh: () => Promise<void>;
  readonly told: (channel: string) => number | undefined;
  readonly all: () => readonly { readonly message: { readonly about: readonly Ref[] } }[];
}

interface Parts {
  readonly behind: Behind & { readonly via: string };
  readonly register: Register;
  readonly channels: readonly CaseChannel[];
  readonly refresh: Refresh;
  /** What lies where nothing is to lie any more. */
  readonly elsewhere: () => readonly Ref[];
  /** Before each round, and after it. */
  readonly before: () => Promise<void>;
  readonly after: () => Promise<void>;
}

/** Under this name it is written down up to where everything that lies there has been drawn. */
const ALL = '*';

export const followLog = (parts: Parts): Following => {
  const { behind, register, refresh } = parts;
  const rounds = oneAtATime(() =>
    behind.alone(`following in ${behind.via}`, round).catch(behind.onTrouble),
  );
  const cases = caseChannels(tellingOf(parts), parts.channels, rounds.isAskedFor);
  const missed = catchingUp(parts);
  let today = londonDay(behind.now());
  let isNoting = false;
  const round = async (): Promise<void> => {
    await register.refresh();
    await parts.before();
    const { seq } = await behind.ledger();
    refresh.mark(await missed());
    refresh.mark(await cases.run());
    // Once a minute: after a stop, what was drawn meanwhile is only looked at again.
    if ((await refresh.run()) && isNoting && register.told(ALL) !== seq)
      await register.add({ is: 'told', channel: ALL, seq });
    isNoting = false;
    await parts.after();
  };
  return {
    ...rounds,
    changed: (refs) => {
      refresh.mark(refs);
      rounds.begin();
    },
    /** A card says what is late; that changes with the day, without anybody's doing. */
    tick: () => {
      const day = londonDay(behind.now());
      if (day !== today) refresh.mark(register.all().flatMap(({ message }) => message.about));
      today = day;
      isNoting = true;
      rounds.begin();
    },
  };
};

const tellingOf = ({ behind, register }: Parts) => ({
  get arrangement() {
    return behind.arrangement;
  },
  ledger: behind.ledger,
  entriesAfter: behind.entriesAfter,
  report: behind.report,
  now: behind.now,
  told: register.told,
  tell: (channel: string, seq: number) => register.add({ is: 'told', channel, seq }),
  unsure: () => register.add({ is: 'unsure' }),
});

/** What was written while nobody looked, once: from then on each change is told. */
const catchingUp = ({ behind, register, elsewhere }: Parts): (() => Promise<readonly Ref[]>) => {
  let isDone = false;
  return async () => {
    if (isDone) return [];
    const from = register.told(ALL);
    const since = from === undefined ? [] : await behind.entriesAfter(from);
    isDone = true;
    return [...elsewhere(), ...since.flatMap(({ changes }) => changes.flatMap(refsOf))];
  };
};
