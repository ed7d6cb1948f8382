/** The person's word on what a source, or a range of its lines, is. It wins over every guess. */

import type { CasePart } from './diagnosis';
import { FORMATS, isFormatId, type FormatId } from './formats/ids';
import type { Mark } from './parts-classify';
import type { Doc } from './read/line';

export type Override = Pick<CasePart, 'format' | 'overrides'>;

/** Rewrites the marks of `doc`; gives a sentence for each format that does not exist. */
export function override(doc: Doc, marks: Mark[], wish: Override | undefined): string[] {
  if (!wish) return [];
  const limits: string[] = [];
  const ranges = (wish.overrides ?? []).map((range) => ({ ...range }));
  if (wish.format) ranges.unshift({ from: 1, to: Number.MAX_SAFE_INTEGER, format: wish.format });
  for (const { from, to, format } of ranges) {
    if (isFormatId(format)) apply(doc, marks, from, to, format);
    else
      limits.push(`"${format}" is no format that this release knows; the lines were classified without it.`);
  }
  return limits;
}

function apply(doc: Doc, marks: Mark[], from: number, to: number, format: FormatId): void {
  let first = true;
  for (let at = firstEndingAt(doc, from); at < doc.lines.length && doc.lines[at]!.from <= to; at++) {
    const mark = marks[at]!;
    if (mark.format === undefined) continue;
    // What is recognised as a kind of the chosen format keeps its finer name: kubelet lines in klog.
    const finer = mark.confidence >= 0.8 && (FORMATS[mark.format] as { parent?: string }).parent === format;
    if (!finer) mark.format = format;
    mark.confidence = 1;
    mark.lane = 0;
    mark.opens ||= first;
    first = false;
  }
}

/** Index of the first line that ends at or after line `from`: interleaved parts come as thousands of ranges. */
function firstEndingAt({ lines }: Doc, from: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.to < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
