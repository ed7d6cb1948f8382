/** A rule that fired, with all its places. */

import type { Span } from './diagnosis';
import type { Owner } from './compile';
import type { Parsed, ParsedLine } from './parsed';
import { originalSpan } from './read/line';
import type { Time } from './time';

/** After this many places a rule is only counted (DESIGN, section 5). */
export const MAX_PLACES = 200;
const TEXT_LENGTH = 400;

export interface Place {
  /** Index into `Parsed.lines`; for facts, the line they were read from. */
  at: number;
  spans: Span[];
}

export interface Hit {
  owner: Owner;
  type: 'line' | 'frames' | 'fact';
  places: Place[];
  count: number;
  atLeast: boolean;
  /** What the evidence shows as its text: the repaired line around the first match. */
  text: string;
  first?: Time;
  last?: Time;
}

export class HitList {
  readonly hits: Hit[] = [];
  private readonly byOwner = new Map<Owner, Hit>();

  constructor(private readonly parsed: Parsed) {}

  isFull(owner: Owner): boolean {
    return (this.byOwner.get(owner)?.places.length ?? 0) >= MAX_PLACES;
  }

  /** Records that a rule fired on the repaired `text[start, end)` of one or several lines. */
  add(owner: Owner, type: Hit['type'], matches: { at: number; start: number; end: number }[]): void {
    const first = matches[0];
    if (!first) return;
    const line = this.parsed.lines[first.at];
    if (!line) return;
    let hit = this.byOwner.get(owner);
    if (!hit) {
      hit = {
        owner,
        type,
        places: [],
        count: 0,
        atLeast: false,
        text: excerpt(line, first.start, first.end),
      };
      this.byOwner.set(owner, hit);
      this.hits.push(hit);
    }
    hit.count++;
    if (hit.places.length < MAX_PLACES) {
      hit.places.push({ at: first.at, spans: matches.map((match) => this.spanOf(match)) });
    } else hit.atLeast = true;
    if (line.time) extend(hit, line.time);
  }

  private spanOf({ at, start, end }: { at: number; start: number; end: number }): Span {
    const { line } = this.parsed.lines[at]!;
    return { source: line.source, ...originalSpan(line, start, end) };
  }
}

/** First and last are only compared on one scale; the first scale seen stays. */
function extend(hit: Hit, time: Time): void {
  if (!hit.first || !hit.last) {
    hit.first = time;
    hit.last = time;
    return;
  }
  if (time.scale !== hit.first.scale) return;
  if (time.ms < hit.first.ms) hit.first = time;
  if (time.ms > hit.last.ms) hit.last = time;
}

function excerpt({ line }: ParsedLine, start: number, end: number): string {
  const { text } = line;
  if (text.length <= TEXT_LENGTH) return text.trim();
  const from = Math.max(0, Math.min(start - 100, text.length - TEXT_LENGTH));
  const to = Math.min(text.length, Math.max(from + TEXT_LENGTH, end));
  return `${from > 0 ? '…' : ''}${text.slice(from, Math.min(to, from + TEXT_LENGTH)).trim()}${to < text.length ? '…' : ''}`;
}
