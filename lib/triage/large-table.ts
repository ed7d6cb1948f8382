/** Follows a table or an object down a large file, line by line, until a log has gone on for a while. */

import { isRecord, lineEnd } from './large-bytes';

/** So many log lines in a row end a table: fewer may be noise in between. */
const PATIENCE = 25;

export class TableFollower {
  private rows = 0;
  private quiet = 0;

  get open(): boolean {
    return this.rows > 0;
  }

  begin(rows: number): void {
    this.rows = Math.max(this.rows, rows);
    this.quiet = 0;
  }

  /** Offset behind the last line that belongs to it; stays open when that is the end of the block. */
  follow(bytes: Uint8Array, from: number, to: number): number {
    let at = from;
    while (at < to && this.rows > 0) {
      const end = lineEnd(bytes, at, to);
      this.rows--;
      this.quiet = isRecord(bytes, at, end) ? this.quiet + 1 : 0;
      if (this.quiet >= PATIENCE) this.rows = 0;
      at = end;
    }
    return at;
  }
}
