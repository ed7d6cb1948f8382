/** Whether two lines look like two rows of one thing, rather than two halves of one line. */

/** What of a line is compared; worth keeping, because each line is compared with several. */
export interface Look {
  /** Where words begin behind a gap of two or more blanks. */
  columns: number[];
  /** The kinds of the first three words; '' when there are fewer. */
  beginning: string;
}

export function lookOf(text: string): Look {
  return { columns: columns(text), beginning: beginning(text) };
}

/** Rows of a table share columns; rows of a list begin alike. */
export function looksAlike(a: Look, b: Look): boolean {
  if (a.beginning !== '' && a.beginning === b.beginning) return true;
  if (a.columns.length < 2 || b.columns.length < 2) return false;
  return a.columns.some((column) => column >= 8 && b.columns.includes(column));
}

// container_memory_rss                 2.6Gi
const NAMED_FIGURE = /^\S{2,80}\s{2,80}-?\d[\d.,]{0,30}\S{0,4}$/;

/** So many figures in a row are a row of figures. */
const FIGURES = 8;

/**
 * Rows of one table, beyond doubt: most words begin, or most words end, at the same places; or as many
 * words stand above figures and nothing else, which large ones push out of their columns; or both are a name and
 * a figure behind a gap, which end at the same place.
 */
export function sameTable(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const least = Math.max(5, 0.6 * Math.max(left.length, right.length));
  const shared = (place: 0 | 1): number => {
    const places = new Set(right.map((word) => word[place]));
    return left.filter((word) => places.has(word[place])).length;
  };
  if (a.length === b.length && NAMED_FIGURE.test(a) && NAMED_FIGURE.test(b)) return true;
  if (right.length >= FIGURES && Math.abs(left.length - right.length) <= 1 && /^[\d\s.,%-]+$/.test(b))
    return true;
  return Math.min(left.length, right.length) >= 5 && (shared(0) >= least || shared(1) >= least);
}

/** Where words begin and end. */
function wordsOf(text: string): [number, number][] {
  return [...text.slice(0, 400).matchAll(/\S+/g)].map((word) => [word.index, word.index + word[0].length]);
}

/** Scripts written without blanks between words: text in them around a log is the author's prose. */
const DENSE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/;

/** Whether the joint lies at prose in another script: no column is known for that. */
export function otherScript(a: string, b: string): boolean {
  return DENSE.test(a.slice(-1)) || DENSE.test(/^\S{0,40}/.exec(b)![0]);
}

function columns(text: string): number[] {
  const found: number[] = [];
  if (!text.includes('  ') && !text.includes('\t')) return found;
  const gap = /\s{2,}(?=\S)/g;
  for (let match = gap.exec(text); match && found.length < 12; match = gap.exec(text))
    found.push(gap.lastIndex);
  return found;
}

const THREE = /^\s*(\S{1,60})\S*\s+(\S{1,60})\S*\s+(\S{1,60})/;

function beginning(text: string): string {
  const words = THREE.exec(text);
  return words ? `${kindOf(words[1]!)} ${kindOf(words[2]!)} ${kindOf(words[3]!)}` : '';
}

/** A word of letters stands for itself, a number for numbers, anything else for its punctuation. */
function kindOf(word: string): string {
  if (/^[A-Za-z]+$/.test(word)) return word;
  if (/^\d+$/.test(word)) return '0';
  return word.replace(/\w+/g, 'w');
}

/** `&& \` at the end of a line of a script, the next one indented: broken by its author. */
export function isScript(a: string, b: string): boolean {
  return /\s\\$/.test(a) && /^\s/.test(b);
}
