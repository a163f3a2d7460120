import type { PostId } from '../item.ts';
import type { ReportContent } from './contents.ts';

/** Another board, or a committee of the council, that the report is presented to. */
interface Presentation {
  readonly id: string;
  readonly name: string;
}

/** How a partnership makes its annual report (S0 9.1 to 9.3). */
export interface ReportPlan {
  readonly contents: readonly ReportContent[];
  /** Whose comments go into it: the chair, the scrutineers. */
  readonly input: readonly PostId[];
  /** Who signs it off: a statutory partner, by its own governance; a post, where the arrangement says so. */
  readonly signOff: readonly PostId[];
  readonly presentedTo: readonly Presentation[];
}
