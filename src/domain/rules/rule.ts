import type { Span } from '../count.ts';
import type { DateName, Incident } from '../incident.ts';

/** How binding a clock is. */
type Status = 'statutory' | 'guidance' | 'local';

/** Who owes it: a post that every arrangement has. */
type OwnerPost = 'notifier' | 'manager';

/** One clock: when it runs, from which day, how long, who owes it, and where that is written. */
export interface Rule {
  /** Its row in deadlines.md. */
  readonly row: string;
  /** "notify the Panel": after "to". */
  readonly todo: string;
  /** "the Panel was to be notified": when it is late. */
  readonly missed: string;
  readonly owner: OwnerPost;
  readonly addressee: string;
  readonly applies: (incident: Incident) => boolean;
  /** The date that starts it; until that is known it does not run. */
  readonly anchor: DateName;
  readonly span: Span;
  /** The date that ends it. */
  readonly settledBy: DateName;
  /** The button that records it: a command with the reference and today filled in. */
  readonly button: { readonly label: string; readonly command: string };
  readonly status: Status;
  readonly source: string;
  /** Words of the source, where we have them before us. */
  readonly quote?: string;
  /** True where we have not read it in its source: a legal adviser has to confirm it. */
  readonly confirm?: true;
  /** What exactly is to be confirmed. */
  readonly unsure?: string;
}

/** Clocks by the names of their duties (commands.md, "Duties, by name"). */
export type RuleSet = Readonly<Record<string, Rule>>;
