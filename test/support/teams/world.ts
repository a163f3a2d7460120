import type { Card } from './cards.ts';

export interface Person {
  readonly name: string;
  /** "29:…": what they are called in Teams. */
  readonly id: string;
  readonly object: string;
  readonly tenant: string;
  readonly chat: string;
  /** Whether the app is installed for them, they have blocked it, or they are gone. */
  state: 'not-installed' | 'installed' | 'blocked' | 'gone';
}

export interface Room {
  readonly id: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly members: Set<string>;
}

export interface Lying {
  readonly id: string;
  readonly conversation: string;
  readonly at: number;
  card: Card;
  summary: string;
  edits: number;
}

/** All that Teams knows. */
export interface World {
  readonly now: () => number;
  readonly people: Map<string, Person>;
  readonly rooms: Map<string, Room>;
  readonly lying: Map<string, Lying>;
  /** What one person sees in place of a card. */
  readonly inPlace: Map<string, Card>;
  readonly next: () => string;
}

export const world = (now: () => number): World => {
  let count = 0;
  return {
    now,
    people: new Map(),
    rooms: new Map(),
    lying: new Map(),
    inPlace: new Map(),
    next: () => {
      count += 1;
      return String(1_700_000_000_000 + count);
    },
  };
};

export const roomOf = ({ rooms }: World, conversation: string): Room | undefined =>
  rooms.get(conversation.split(';')[0] ?? '');

export const personBy = ({ people }: World, is: (person: Person) => boolean): Person | undefined =>
  [...people.values()].find(is);
