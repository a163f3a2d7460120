import type { html } from 'hono/html';
import type { Cover, Sheet } from '../../app/answering.ts';
import type { Printable } from './standing-for.ts';

/** What was posted, field by field. */
export type Posted = Readonly<Record<string, string>>;

/** The answer that says: this went to the wrong person. */
export const NOT_ME = 'not-me';

/** What somebody has filled in, as they would see it again. */
export interface Filled {
  readonly answer?: string | undefined;
  readonly words?: string | undefined;
  readonly more?: string | undefined;
}

/** What a page of an answer shows. It names the code and the question, and nothing else of anything. */
export type View =
  | { readonly is: 'asking'; readonly what: Sheet | Printable }
  | {
      readonly is: 'form';
      readonly sheet: Sheet;
      readonly filled: Filled;
      readonly problem?: string | undefined;
      /** Words in it look like a name, and may be none. */
      readonly asksSure?: boolean | undefined;
    }
  /** A page to print is there for a code. */
  | { readonly is: 'opening'; readonly what: Cover; readonly problem?: string | undefined }
  | {
      readonly is: 'printed';
      readonly title: string;
      readonly body: ReturnType<typeof html>;
    }
  | { readonly is: 'done'; readonly title: string }
  /** The link does nothing any more; a new one may be had. */
  | { readonly is: 'over'; readonly sentence: string; readonly mayHaveNew: boolean }
  | { readonly is: 'new-sent' }
  | { readonly is: 'unknown' }
  | { readonly is: 'too-many' }
  | { readonly is: 'mail-away' }
  | { readonly is: 'not-from-here' }
  | { readonly is: 'bug' };

export const STATUS = {
  asking: 200,
  form: 200,
  opening: 200,
  printed: 200,
  done: 200,
  'new-sent': 200,
  over: 410,
  unknown: 404,
  'too-many': 429,
  'mail-away': 503,
  'not-from-here': 403,
  bug: 500,
} as const satisfies Record<View['is'], number>;
