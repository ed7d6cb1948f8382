/**
 * Literals that every match of a pattern must contain, for the pre-filter. Extracted from the parsed
 * pattern, so that nobody types them twice. The idea is that of Russ Cox's trigram index
 * (swtch.com/~rsc/regexp/regexp4.html), reduced to one "any of these" set a pattern.
 */

import { groupedBy } from '../triage/grouped-by';
import { RegExpParser, type AST } from '@eslint-community/regexpp';

const MAX_STRINGS = 32;
/** Bytes that `read` may change: a literal is cut at them, so that it also stands in the raw paste. */
const UNSAFE = /["'`<>&\\\u0000-\u001f\u007f-\uffff]+/;

/** Shorter strings admit too much. */
const MINIMUM = 4;
/** Strings that begin alike for so long are one: what stands behind costs bytes in the pack and finds nothing more. */
const ALIKE = 10;

export interface Literals {
  literals: string[];
  /** They stand in the text spelled so; else in either case, and here in lower case. */
  exact?: true;
}

export interface Wishes {
  ignoreCase?: boolean;
  /** How often a string stands in ordinary logs, spelled so or (`fold`) in either case. */
  common?: (literal: string, fold: boolean) => number;
}

/**
 * At least one of the strings returned is in every text that `pattern` matches. Of several such sets it is the one
 * that seldom stands in ordinary logs. Empty when none has strings of useful length.
 */
export function requiredLiterals(
  pattern: string,
  { ignoreCase = false, common = () => 0 }: Wishes = {},
): Literals {
  const ast = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(pattern);
  const folded = requiredOfAlternatives(ast.alternatives, lower(common));
  const exact = ignoreCase ? null : requiredOfAlternatives(ast.alternatives, spelled(common));
  // Classes such as [Ee] make more strings than can be listed when case counts.
  if (!exact || (folded && rating(folded, lower(common)) > rating(exact, spelled(common))))
    return { literals: stems(folded ?? [], lower(common)) };
  return { literals: stems(exact, spelled(common)), exact: true };
}

/** Strings that begin alike are replaced by what they share, unless ordinary logs hold that more often. */
function stems(strings: readonly string[], { common }: Taste): string[] {
  const families = groupedBy(strings, (string) => string.slice(0, ALIKE));
  return [...families.values()].flatMap((family) => {
    const stem = family.reduce(shared);
    const found = family.reduce((sum, string) => sum + common(string), 0);
    return family.length === 1 || stem.length < ALIKE || common(stem) > found ? family : [stem];
  });
}

function shared(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

/** How strings are taken and counted. */
interface Taste {
  spell(text: string): string;
  common(literal: string): number;
}

const lower = (common: NonNullable<Wishes['common']>): Taste => ({
  spell: (text) => text.toLowerCase(),
  common: (literal) => common(literal, true),
});
const spelled = (common: NonNullable<Wishes['common']>): Taste => ({
  spell: (text) => text,
  common: (literal) => common(literal, false),
});

/** Every string that a node can match, when they are few; null otherwise. */
function exact(node: AST.Element, taste: Taste): string[] | null {
  switch (node.type) {
    case 'Character':
      return [taste.spell(String.fromCodePoint(node.value))];
    case 'Assertion':
      return node.kind === 'lookahead' || node.kind === 'lookbehind' ? null : [''];
    case 'CharacterClass': {
      if (node.negate) return null;
      const strings: string[] = [];
      for (const element of node.elements) {
        if (element.type !== 'Character') return null;
        strings.push(taste.spell(String.fromCodePoint(element.value)));
      }
      return strings.length <= 6 ? [...new Set(strings)] : null;
    }
    case 'Group':
    case 'CapturingGroup': {
      const all: string[] = [];
      for (const alternative of node.alternatives) {
        const strings = exactOfSequence(alternative.elements, taste);
        if (!strings) return null;
        all.push(...strings);
      }
      return all.length <= MAX_STRINGS ? [...new Set(all)] : null;
    }
    case 'Quantifier': {
      if (node.max > 1) return null;
      const inner = exact(node.element, taste);
      if (!inner) return null;
      return node.min === 0 ? ['', ...inner] : inner;
    }
    default:
      return null;
  }
}

function exactOfSequence(elements: AST.Element[], taste: Taste): string[] | null {
  let strings: string[] = [''];
  for (const element of elements) {
    const next = exact(element, taste);
    if (!next || strings.length * next.length > MAX_STRINGS) return null;
    strings = strings.flatMap((head) => next.map((tail) => head + tail));
  }
  return strings;
}

/** Strings of which every match of a node begins (or ends) with one, when they are few; null otherwise. */
function edge(node: AST.Element, side: Side, taste: Taste): string[] | null {
  const strings = exact(node, taste);
  if (strings) return strings;
  if (node.type === 'Group' || node.type === 'CapturingGroup') {
    const all = node.alternatives.map(({ elements }) => edgeOfSequence(elements, side, taste));
    const flat = all.flat();
    return all.includes(null) || flat.length > MAX_STRINGS ? null : [...new Set(flat as string[])];
  }
  return node.type === 'Quantifier' && node.min > 0 ? edge(node.element, side, taste) : null;
}

type Side = 'first' | 'last';

function edgeOfSequence(elements: AST.Element[], side: Side, taste: Taste): string[] | null {
  let strings: string[] = [''];
  for (const element of side === 'first' ? elements : [...elements].reverse()) {
    const next = edge(element, side, taste);
    if (!next || strings.length * next.length > MAX_STRINGS) break;
    strings = side === 'first' ? product(strings, next) : product(next, strings);
    if (!exact(element, taste)) break;
  }
  return strings.includes('') ? null : strings;
}

const product = (heads: string[], tails: string[]): string[] =>
  heads.flatMap((head) => tails.map((tail) => head + tail));

function requiredOfAlternatives(alternatives: AST.Alternative[], taste: Taste): string[] | null {
  const all: string[] = [];
  for (const alternative of alternatives) {
    const best = bestOf(candidates(alternative.elements, taste), taste);
    if (!best) return null;
    all.push(...best);
  }
  return shortestOnly(all);
}

/** Sets of strings of which every match of the sequence holds one: runs of fixed text, and what stands between. */
function candidates(elements: AST.Element[], taste: Taste): string[][] {
  const sets: string[][] = [];
  let run: string[] = [''];
  for (const element of elements) {
    const strings = exact(element, taste);
    if (strings && run.length * strings.length <= MAX_STRINGS) {
      run = product(run, strings);
      continue;
    }
    sets.push(run);
    const begins = strings ? null : edge(element, 'first', taste);
    if (begins && run.length * begins.length <= MAX_STRINGS) sets.push(product(run, begins));
    const inner = strings ? null : requiredInside(element, taste);
    if (inner) sets.push(inner);
    run = strings ?? edge(element, 'last', taste) ?? [''];
  }
  return [...sets, run];
}

function requiredInside(element: AST.Element, taste: Taste): string[] | null {
  if (element.type === 'Group' || element.type === 'CapturingGroup')
    return requiredOfAlternatives(element.alternatives, taste);
  if (element.type !== 'Quantifier' || element.min === 0) return null;
  return exact(element.element, taste) ?? requiredInside(element.element, taste);
}

function bestOf(sets: string[][], taste: Taste): string[] | null {
  let best: string[] | null = null;
  let most = -Infinity;
  for (const set of sets) {
    const safe = shortestOnly(set.map(longestSafe));
    if (safe.some((literal) => literal.length < MINIMUM)) continue;
    const rated = rating(safe, taste);
    if (rated > most) [best, most] = [safe, rated];
  }
  return best;
}

/** Rare beats common, long beats short; among equals, few strings beat many. */
function rating(literals: string[], taste: Taste): number {
  const shortest = Math.min(...literals.map((literal) => literal.length));
  const seen = literals.reduce((sum, literal) => sum + taste.common(literal), 0);
  return Math.min(shortest, 16) - literals.length / 8 - 4 * Math.log2(1 + seen);
}

/** Where a string stands in another one of the set, it speaks for both. */
function shortestOnly(literals: string[]): string[] {
  const all = [...new Set(literals)];
  return all.filter((literal) => !all.some((other) => other !== literal && literal.includes(other)));
}

function longestSafe(literal: string): string {
  return literal.split(UNSAFE).reduce((best, piece) => (piece.length > best.length ? piece : best), '');
}
