import type { Span } from '../count.ts';
import type { DateName, Incident } from '../incident.ts';
import type { Clock } from './terms.ts';

/** Who owes it: a post that every arrangement has. */
type OwnerPost = 'notifier' | 'manager';

/** One clock of an incident: when it runs, from which day, how long, and who owes it. */
export interface Rule extends Clock {
  readonly owner: OwnerPost;
  readonly applies: (incident: Incident) => boolean;
  /** The date that starts it; until that is known it does not run. */
  readonly anchor: DateName;
  readonly span: Span;
  /** The date that ends it. */
  readonly settledBy: DateName;
  /** The button that records it: a command with the reference and today filled in. */
  readonly button: { readonly label: string; readonly command: string };
}

/** Clocks by the names of their duties (commands.md, "Duties, by name"). */
export type RuleSet = Readonly<Record<string, Rule>>;
