/** The folder cannot be opened as it is. The message says why, and what to do next. */
export class CannotOpen extends Error {
  override readonly name: string = 'CannotOpen';
}

/** The log holds something that Heed never wrote, or lacks something that it did. */
export class Damaged extends CannotOpen {
  override readonly name = 'Damaged';
  /** The first entry that cannot be vouched for. */
  readonly seq: number;
  /** Where in the file, in bytes; below 0 where there is no file. */
  readonly at: number;
  readonly reason: string;

  constructor(seq: number, at: number, reason: string) {
    super(
      at < 0
        ? `The log is damaged at entry ${seq}: ${reason}. Nothing was changed: restore the database from a backup.`
        : `The log is damaged at entry ${seq} (byte ${at}): ${reason}. Nothing was changed: restore the folder from a backup.`,
    );
    this.seq = seq;
    this.at = at;
    this.reason = reason;
  }
}
