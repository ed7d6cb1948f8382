/** `near`: whether something stands close by, counted in the lines that belong there. */

import type { NearRule } from './compile';
import type { Parsed, ParsedLine } from './parsed';

/** From here on a line is known to be of its own log or table. */
const CONFIDENT = 0.8;
/** No more of a line is looked at. */
const WINDOW = 4096;
/** Lines of others are passed over, but so many times the distance is the end. */
const STRETCH = 24;
const REACH = 1500;
/** A rule that looked around so often looks only at what stands directly around from then on. */
const PATIENT = 2000;

/** Lines that nobody claims count for everybody. */
const NOBODY = 0;

export class Nearby {
  /** For every line whose it is: part, host and program; made when first asked for. */
  private owners: Int32Array | undefined;
  private readonly asked = new Map<NearRule, number>();
  /** Per pattern and line: 1 it stands there, 2 it does not. */
  private readonly known = new Map<NearRule, Uint8Array>();

  constructor(private readonly parsed: Parsed) {}

  /** Whether the pattern stands within so many lines of line `at`. */
  test(near: NearRule, at: number): boolean {
    const asked = (this.asked.get(near) ?? 0) + 1;
    this.asked.set(near, asked);
    for (let distance = 1; distance <= near.within; distance++) {
      if (this.holds(near, at - distance) || this.holds(near, at + distance)) return true;
    }
    return asked <= PATIENT && (this.farther(near, at, -1) || this.farther(near, at, 1));
  }

  /** Counts only lines of the two programs and of nobody: what others printed in between is no distance. */
  private farther(near: NearRule, at: number, step: 1 | -1): boolean {
    const owners = (this.owners ??= ownersOf(this.parsed.lines));
    const counts = new Map<number, number>();
    const own = owners[at]!;
    let distance = 0;
    const end = at + step * Math.min(REACH, near.within * STRETCH);
    for (let i = at + step; i !== end + step && i >= 0 && i < owners.length; i += step) {
      const owner = owners[i]!;
      if (owner === own || owner === NOBODY) {
        if (++distance > near.within) return false;
        if (this.holds(near, i)) return true;
      } else {
        const others = (counts.get(owner) ?? 0) + 1;
        counts.set(owner, others);
        if (others + distance <= near.within && this.holds(near, i)) return true;
      }
    }
    return false;
  }

  private holds(near: NearRule, at: number): boolean {
    const line = this.parsed.lines[at];
    if (!line) return false;
    let known = this.known.get(near);
    if (!known) this.known.set(near, (known = new Uint8Array(this.parsed.lines.length)));
    if (known[at] === 0) known[at] = near.pattern.test(line.line.text.slice(0, WINDOW)) ? 1 : 2;
    return known[at] === 1;
  }
}

function ownersOf(lines: readonly ParsedLine[]): Int32Array {
  const owners = new Int32Array(lines.length);
  const ids = new Map<string, number>();
  lines.forEach(({ line, part, format, confidence, time }, at) => {
    // A date in front makes a log of what no format knows.
    const logged = format === 'plain' ? time !== undefined : confidence >= CONFIDENT && format !== 'shell';
    if (!logged) return;
    const { envelope } = line;
    const key = envelope ? `${part} ${envelope.host ?? envelope.pod ?? ''} ${envelope.process ?? ''}` : part;
    let id = ids.get(`${key}`);
    if (id === undefined) ids.set(`${key}`, (id = ids.size + 1));
    owners[at] = id;
  });
  return owners;
}
