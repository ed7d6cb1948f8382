/** The fast path for text that no format knows: a foreign log is asked about only a few times. */

/** After so many unclaimed lines that begin alike no format is asked about the next. */
const KNOWN = 4;
/** So many beginnings are remembered for one source. */
const SHAPES = 2000;
/** Shorter lines are rows of something more often than messages. */
const SHORT = 12;

export interface PlainMemory {
  /** Whether several lines that begin like this one stayed plain. */
  knows(text: string): boolean;
  note(text: string): void;
}

export function plainMemory(): PlainMemory {
  const counts = new Map<string, number>();
  return {
    knows: (text) => text.length >= SHORT && (counts.get(shapeOf(text)) ?? 0) >= KNOWN,
    note(text) {
      const shape = shapeOf(text);
      const count = counts.get(shape);
      if (count !== undefined || counts.size < SHAPES) counts.set(shape, (count ?? 0) + 1);
    },
  };
}

/** The first characters, with all numbers alike. */
function shapeOf(text: string): string {
  return text.slice(0, 40).replace(/\d+/g, '0');
}
