import { CannotOpen } from '../../store/cannot-open.ts';
import { StoreAway, UnsafeStore } from '../app/ports.ts';
import { BadArrangement } from '../arrangements/load.ts';
import { bugLog } from '../bugs.ts';
import { BadSetting } from '../config.ts';
import type { Instant } from '../domain/day.ts';
import { doorway, type Handle } from '../front.ts';
import type { Found } from '../health.ts';
import { PortTaken } from '../http.ts';
import type { Workspace } from '../workspace.ts';

/** How a partnership is: it is opened again each minute until it is open; one that is unsafe is left alone. */
type State = 'not-open' | 'open' | 'unsafe';

/** What was found at its last look at the clock. */
interface Seen {
  readonly found: Found;
  readonly at: Instant;
}

/** One of the partnerships of this process. What goes wrong in it is its own. */
export interface Running {
  readonly name: string;
  readonly state: () => State;
  readonly seen: () => Seen | undefined;
  /** What is called of it from outside. */
  readonly handle: Handle;
  /** Opens it, where it is not open, or has it look at the clock. Never throws. */
  readonly look: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Opening {
  readonly onBug: (bug: unknown) => string;
  readonly onTrouble: (problem: unknown) => void;
}

interface Parts {
  readonly name: string;
  /** Throws what says why it cannot be opened just now. */
  readonly open: (opening: Opening) => Promise<Workspace>;
  readonly now: () => Instant;
  readonly tell: (sentence: string) => void;
}

/** What somebody has to put right; all else is a bug. */
const KNOWN = [CannotOpen, BadArrangement, BadSetting, PortTaken, StoreAway, UnsafeStore];

export const runningOf = (parts: Parts): Running => {
  const own: Own = { state: 'not-open', onBug: bugLog(parts.tell, parts.now) };
  const onTrouble = troubleOf(own, parts);
  const round = async (): Promise<void> => {
    await once(own, parts, onTrouble).catch(onTrouble);
    await see(own, parts).catch(onTrouble);
    own.busy = undefined;
  };
  return {
    name: parts.name,
    state: () => own.state,
    seen: () => own.seen,
    handle: (request, response) => (own.doors ?? closed)(request, response),
    look: async () => {
      if (own.state === 'unsafe' || own.busy) return;
      own.busy = round();
      await own.busy;
    },
    close: async () => {
      await own.busy;
      own.doors = undefined;
      if (own.state === 'open') await own.workspace?.close();
    },
  };
};

interface Own {
  state: State;
  readonly onBug: (bug: unknown) => string;
  workspace?: Workspace;
  doors?: Handle | undefined;
  seen?: Seen;
  /** What was told last, and has not been well since. */
  told?: string | undefined;
  busy?: Promise<void> | undefined;
}

type Trouble = (problem: unknown) => void;

/** What lasts is told once, and again when it has been well in between. */
const troubleOf =
  (own: Own, { tell }: Parts): Trouble =>
  (problem) => {
    if (problem instanceof UnsafeStore) return abandon(own, tell, problem);
    if (!KNOWN.some((kind) => problem instanceof kind)) return void own.onBug(problem);
    const sentence = `${(problem as Error).message.replace(/\.?$/, '.')} It is tried again each minute.`;
    if (sentence !== own.told) tell(sentence);
    own.told = sentence;
  };

/** Nothing may be answered any more; a new start reads what is on the disk, and sees whether it is whole. */
const abandon = (own: Own, tell: Parts['tell'], problem: UnsafeStore): void => {
  if (own.state === 'unsafe') return;
  own.state = 'unsafe';
  own.doors = undefined;
  tell(`${problem.message} The other partnerships go on.`);
  void own.workspace?.abandon().catch(own.onBug);
};

const once = async (own: Own, parts: Parts, onTrouble: Trouble): Promise<void> => {
  const isNew = own.workspace === undefined;
  own.workspace ??= await parts.open({ onBug: own.onBug, onTrouble });
  // It may have become unsafe while it was being opened.
  if (own.state === 'unsafe') return own.workspace.abandon();
  own.state = 'open';
  own.doors ??= doorway(own.workspace.doors);
  if (isNew) for (const note of own.workspace.notes) parts.tell(note);
  else await own.workspace.tick();
  own.told = undefined;
};

const see = async (own: Own, { now }: Parts): Promise<void> => {
  if (own.workspace && own.state === 'open')
    own.seen = { found: await own.workspace.found(), at: now() };
};

const CLOSED = 'Heed cannot answer just now. Nothing was saved. Try again in a few minutes.\n';

/** Nothing is said of why. */
const closed: Handle = (_request, response) =>
  void response
    .writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '60' })
    .end(CLOSED);
