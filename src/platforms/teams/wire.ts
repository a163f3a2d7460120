import type { Called } from './called.ts';
import type { LetIn } from './gate.ts';

/** Where something is said: a conversation, by way of the service that it came through. */
export interface Conversation {
  readonly serviceUrl: string;
  readonly conversation: string;
  readonly tenant: string;
}

/** Somebody who is in a conversation. */
export interface Present {
  readonly id: string;
  readonly object: string | undefined;
  readonly tenant: string | undefined;
}

/** What an invoke is answered with. */
export interface Answered {
  readonly status: number;
  readonly body?: unknown;
}

/** What is done about each kind of activity. */
export interface Handlers {
  readonly message: (letIn: LetIn) => Promise<Answered>;
  readonly invoke: (letIn: LetIn) => Promise<Answered>;
  readonly other: (letIn: LetIn) => Promise<Answered>;
}

/** All that the SDK does for Heed. Nothing of it is trusted, and no type of it goes further than here. */
export interface Sdk {
  readonly receive: (letIn: LetIn) => Promise<Answered>;
  /** Gives the id of what was sent. */
  readonly send: (to: Conversation, activity: object) => Promise<Called<string>>;
  readonly update: (to: Conversation, id: string, activity: object) => Promise<Called>;
  readonly remove: (to: Conversation, id: string) => Promise<Called>;
  readonly present: (to: Conversation) => Promise<Called<readonly Present[]>>;
  /** Gives the conversation with one person. */
  readonly open: (
    at: Omit<Conversation, 'conversation'>,
    object: string,
  ) => Promise<Called<string>>;
}
