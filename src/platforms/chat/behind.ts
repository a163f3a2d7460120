import type { Catalogue, OpenForm } from '../../app/command.ts';
import type { Desk } from '../../app/desk.ts';
import type { Answer, Request } from '../../app/dispatch.ts';
import type { Arrangement } from '../../domain/arrangement.ts';
import type { Entry } from '../../domain/change.ts';
import type { Instant } from '../../domain/day.ts';
import type { PersonId } from '../../domain/incident.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Trouble } from '../../domain/trouble.ts';

type Filled = OpenForm['filled'];

/** All that a chat product is given of Heed. */
export interface Behind {
  /** As the roster had it when the ledger was last looked at. */
  readonly arrangement: Arrangement;
  readonly catalogue: Catalogue;
  readonly now: () => Instant;
  /** As it stands, with all of it safe. */
  readonly ledger: () => Promise<Ledger>;
  readonly entriesAfter: (seq: number) => Promise<readonly Entry[]>;
  /** Shows something and changes nothing. */
  readonly look: (request: Request) => Promise<Answer>;
  readonly ask: (request: Request) => Promise<Answer>;
  readonly form: (actor: string, command: string, fields: Filled) => Promise<OpenForm | undefined>;
  readonly desk: (actor: string) => Promise<Desk | undefined>;
  /** What an answer gives others to know is sent. */
  readonly afterwards: () => void;
  /** What was sent to somebody came back: by the keys of its items. */
  readonly cameBack: (keys: readonly string[], person: PersonId) => Promise<void>;
  /** Does it, unless another process is doing the same just now. */
  readonly alone: (what: string, work: () => Promise<void>) => Promise<void>;
  readonly report: (found: readonly Trouble[], over?: readonly string[]) => Promise<void>;
  readonly onBug: (bug: unknown) => string;
  /** A bug, or a store that is not safe any more: that stops everything. */
  readonly onTrouble: (problem: unknown) => void;
}
