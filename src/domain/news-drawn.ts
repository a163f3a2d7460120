import type { Arrangement } from './arrangement.ts';
import type { Entry } from './change.ts';
import type { Day } from './day.ts';
import type { PostId } from './item.ts';
import type { Ledger } from './ledger.ts';
import type { Ref } from './reference.ts';

/** Something that an entry makes news, for one post. */
export interface News<Name extends string> {
  readonly name: Name;
  readonly ref: Ref;
  readonly on: Day;
  readonly to: PostId;
  /** The agency it is about. */
  readonly part?: string;
  /** Until it can no longer be undone: nobody is told of a mistake and told again. */
  readonly waits?: true;
}

/** What an entry's news are drawn from. */
export interface Written {
  readonly before: Ledger;
  readonly after: Ledger;
  readonly arrangement: Arrangement;
  readonly entry: Entry;
}
