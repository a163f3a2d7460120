/** The folder cannot be opened as it is. The message says why, and what to do next. */
export class CannotOpen extends Error {
  override readonly name: string = 'CannotOpen';
}

/** The log holds something that Heed never wrote, or lacks something that it did. */
export class Damaged extends CannotOpen {
  override readonly name = 'Damaged';
  /** The first entry that cannot be vouched for. */
  readonly seq: number;
  /** Where in the file, in bytes. */
  readonly at: number;
  readonly reason: string;

  constructor(seq: number, at: number, reason: string) {
    super(
      `The log is damaged at entry ${seq} (byte ${at}): ${reason}. Nothing was changed: restore the folder from a backup.`,
    );
    this.seq = seq;
    this.at = at;
    this.reason = reason;
  }
}
