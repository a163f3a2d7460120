/** How binding a clock is. */
type Status = 'statutory' | 'guidance' | 'local';

/** The words of a clock and where it is written, whatever kind of record it hangs on. */
export interface Clock {
  /** Its row in deadlines.md or governance.md. */
  readonly row: string;
  /** "notify the Panel": after "to". */
  readonly todo: string;
  /** "the Panel was to be notified": when it is late. */
  readonly missed: string;
  /** What several agencies owe of one record, together: "answers", before "were due by". */
  readonly severally?: string;
  readonly addressee: string;
  readonly status: Status;
  readonly source: string;
  /** Words of the source, where we have them before us. */
  readonly quote?: string;
  /** True where we have not read it in its source: a legal adviser has to confirm it. */
  readonly confirm?: true;
  /** What exactly is to be confirmed. */
  readonly unsure?: string;
}
