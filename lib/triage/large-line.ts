/** One line of a large file as text, and what of it expressions may need to see. */

import { isBlankLine, isRecord, lineEnd, lineStart, textOf } from './large-bytes';

/** Characters of a line that expressions see, around the literal that admitted them. */
export const WINDOW = 4096;
/** Longer lines are no pieces of a broken one. */
const PIECE = 400;
/** Pieces of a broken line that are put together on each side. */
const PIECES = 5;

const DECODER = new TextDecoder();

/** The line last looked at; several literals stand in one line, and it is decoded once. */
export class LineView {
  start = -1;
  end = -1;
  text = '';
  /** Counts the lines looked at. */
  number = 0;
  private fresh = false;
  private withoutEscapes: string | undefined;
  private together: readonly string[] | undefined;

  /** Another block has come: offsets mean other places. */
  forget(): void {
    this.start = this.end = -1;
  }

  /** Finds the line in which `at` stands. */
  find(bytes: Uint8Array, at: number, size: number): void {
    if (at >= this.start && at < this.end) return;
    this.start = lineStart(bytes, at);
    this.end = lineEnd(bytes, at, size);
    this.number++;
    this.fresh = true;
  }

  isLong(): boolean {
    return this.end - this.start > WINDOW;
  }

  /** Makes its text; of a long line the part around `at`. */
  look(bytes: Uint8Array, at: number): void {
    if (!this.fresh && !this.isLong()) return;
    this.text = textOf(DECODER, bytes, this.start, this.end, at, WINDOW);
    this.withoutEscapes = this.together = undefined;
    this.fresh = false;
  }

  /** Without escapes; '' when there are none. */
  plain(): string {
    return (this.withoutEscapes ??= this.text.includes('\\') ? unescaped(this.text) : '');
  }

  /** Put together with the lines of which it may be a piece, without and with blanks; none when it is whole. */
  joined(bytes: Uint8Array, size: number): readonly string[] {
    if (this.text.length > PIECE) return WHOLE;
    if (!this.together) {
      const first = this.start === 0 || isRecord(bytes, this.start, size);
      const last = this.end === size || isRecord(bytes, this.end, size);
      this.together = first && last ? WHOLE : this.put(bytes, size);
    }
    return this.together;
  }

  private put(bytes: Uint8Array, size: number): readonly string[] {
    const pieces = [...this.above(bytes, size), this.text, ...this.below(bytes, size)];
    return pieces.length === 1 ? WHOLE : [pieces.join(''), pieces.join(' ')];
  }

  /** Lines up to the record that this one may be a piece of. */
  private above(bytes: Uint8Array, size: number): readonly string[] {
    const pieces: string[] = [];
    for (let n = 0, at = this.start; n < PIECES && at > 0 && !isRecord(bytes, at, size); n++) {
      let above = lineStart(bytes, at - 1);
      // A web page puts a blank line between any two.
      if (above > 0 && isBlankLine(bytes, above, at)) above = lineStart(bytes, (at = above) - 1);
      if (at - above > PIECE || isBlankLine(bytes, above, at)) break;
      pieces.unshift(textOf(DECODER, bytes, above, at));
      at = above;
    }
    return pieces;
  }

  /** Lines up to the next record. */
  private below(bytes: Uint8Array, size: number): readonly string[] {
    const pieces: string[] = [];
    for (let n = 0, at = this.end; n < PIECES && at < size && !isRecord(bytes, at, size); n++) {
      let below = lineEnd(bytes, at, size);
      if (isBlankLine(bytes, at, below)) below = lineEnd(bytes, (at = below), size);
      if (below - at > PIECE || isRecord(bytes, at, below) || isBlankLine(bytes, at, below)) break;
      pieces.push(textOf(DECODER, bytes, at, below));
      at = below;
    }
    return pieces;
  }
}

const WHOLE: readonly string[] = [];

function unescaped(text: string): string {
  return text.replace(/\\+(["'\\/])/g, '$1').replace(/\\[nt]/g, ' ');
}
