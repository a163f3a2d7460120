import type { z } from 'zod';
import type { Person } from '../domain/arrangement.ts';
import type { Change } from '../domain/change.ts';
import type { Instant } from '../domain/day.ts';
import type { Setting } from '../domain/duty.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Role } from '../domain/roles.ts';
import type { FormField } from './describe.ts';
import type { Problem } from './gate.ts';
import { type Message, plain } from './message.ts';

/** All that a decision may look at. There is nothing else: no clock, no store, no platform. */
export interface Situation extends Setting {
  readonly ledger: Ledger;
  readonly now: Instant;
  readonly actor: Person;
  readonly roles: readonly Role[];
  /** What may be asked, for help. */
  readonly catalogue: Catalogue;
  /** A secret address for a calendar that nobody has yet, where calendars are served: one for each decision. */
  readonly link?: (() => FreshLink) | undefined;
  /** True where the answer is only looked at: nothing can be written down for it. */
  readonly isLook?: boolean;
}

/** Made by whoever may look up a random value; only its SHA-256 is ever written down. */
export interface FreshLink {
  readonly address: string;
  readonly hash: string;
}

export type Decision =
  | { readonly is: 'accepted'; readonly message: Message; readonly changes: readonly Change[] }
  | {
      readonly is: 'refused';
      readonly message: Message;
      readonly changes: readonly Change[];
      /** The form that would help, where a surface can open one. */
      readonly form?: OpenForm;
    };

type Refused = Extract<Decision, { is: 'refused' }>;

/** A form to be filled in: what is already in it, and what is wrong with which field. */
export interface OpenForm {
  readonly command: string;
  readonly summary: string;
  readonly fields: readonly FormField[];
  readonly filled: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}

/** One thing that people may ask. */
export interface Command {
  /** The words typed: "incident log". */
  readonly name: string;
  readonly summary: string;
  readonly allow: readonly Role[] | 'everyone';
  readonly fields: z.ZodObject;
  readonly shortcut?: Shortcut;
  /** It is asked on this machine alone: a chat product would keep what is handed over before it is read. */
  readonly onPage?: true;
  /** Pure. `values` are what `fields` accepts. */
  readonly decide: (values: never, situation: Situation) => Decision;
}

/** Where a chat product offers a command beside typing it: anywhere, or on a message. */
export type Shortcut =
  | { readonly on: 'anywhere'; readonly label: string }
  /** `field` takes the reference that stands in the message, or its text. */
  | {
      readonly on: 'message';
      readonly label: string;
      readonly field: string;
      readonly takes: 'reference' | 'text';
    };

export type Catalogue = readonly Command[];

/** Surfaces on which what somebody hands over lies with others before Heed has read it. */
const CHAT: ReadonlySet<string> = new Set(['slack', 'teams', 'email']);

/** What may be asked through a surface. */
export const offeredOn = (via: string, catalogue: Catalogue): Catalogue =>
  CHAT.has(via) ? catalogue.filter(({ onPage }) => !onPage) : catalogue;

export const defineCommand = <S extends z.ZodRawShape>(command: {
  readonly name: string;
  readonly summary: string;
  readonly allow: readonly Role[] | 'everyone';
  readonly fields: z.ZodObject<S>;
  readonly shortcut?: Shortcut;
  readonly onPage?: true;
  readonly decide: (values: z.infer<z.ZodObject<S>>, situation: Situation) => Decision;
}): Command => command;

export const accept = (message: Message, changes: readonly Change[] = []): Decision => ({
  is: 'accepted',
  message,
  changes,
});

/** One sentence that says what to do next. */
export const refuse = (sentence: string, changes: readonly Change[] = []): Refused => ({
  is: 'refused',
  message: plain(sentence),
  changes,
});
