/**
 * Literals that every match of a pattern must contain, for the pre-filter. Extracted from the parsed
 * pattern, so that nobody types them twice. The idea is that of Russ Cox's trigram index
 * (swtch.com/~rsc/regexp/regexp4.html), reduced to one "any of these" set a pattern.
 */

import { RegExpParser, type AST } from '@eslint-community/regexpp';

const MAX_STRINGS = 32;
/** Bytes that `read` may change: a literal is cut at them, so that it also stands in the raw paste. */
const UNSAFE = /["'`<>&\\\u0000-\u001f\u007f-\uffff]+/;

/**
 * At least one of the strings returned (lower case) is in every text that `pattern` matches.
 * Empty when the pattern has no such strings of useful length.
 */
export function requiredLiterals(pattern: string, minimum = 4): string[] {
  const ast = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(pattern);
  const best = requiredOfAlternatives(ast.alternatives);
  return best && best.every((literal) => literal.length >= minimum) ? best : [];
}

/** Every string that a node can match, when they are few; null otherwise. */
function exact(node: AST.Element): string[] | null {
  switch (node.type) {
    case 'Character':
      return [String.fromCodePoint(node.value).toLowerCase()];
    case 'Assertion':
      return node.kind === 'lookahead' || node.kind === 'lookbehind' ? null : [''];
    case 'CharacterClass': {
      if (node.negate) return null;
      const strings: string[] = [];
      for (const element of node.elements) {
        if (element.type !== 'Character') return null;
        strings.push(String.fromCodePoint(element.value).toLowerCase());
      }
      return strings.length <= 6 ? [...new Set(strings)] : null;
    }
    case 'Group':
    case 'CapturingGroup': {
      const all: string[] = [];
      for (const alternative of node.alternatives) {
        const strings = exactOfSequence(alternative.elements);
        if (!strings) return null;
        all.push(...strings);
      }
      return all.length <= MAX_STRINGS ? [...new Set(all)] : null;
    }
    case 'Quantifier': {
      if (node.max > 1) return null;
      const inner = exact(node.element);
      if (!inner) return null;
      return node.min === 0 ? ['', ...inner] : inner;
    }
    default:
      return null;
  }
}

function exactOfSequence(elements: AST.Element[]): string[] | null {
  let strings: string[] = [''];
  for (const element of elements) {
    const next = exact(element);
    if (!next || strings.length * next.length > MAX_STRINGS) return null;
    strings = strings.flatMap((head) => next.map((tail) => head + tail));
  }
  return strings;
}

function requiredOfAlternatives(alternatives: AST.Alternative[]): string[] | null {
  const all: string[] = [];
  for (const alternative of alternatives) {
    const best = requiredOfSequence(alternative.elements);
    if (!best) return null;
    all.push(...best);
  }
  return [...new Set(all)];
}

function requiredOfSequence(elements: AST.Element[]): string[] | null {
  const candidates: string[][] = [];
  let run: string[] = [''];
  const flush = () => {
    candidates.push(run);
    run = [''];
  };
  for (const element of elements) {
    const strings = exact(element);
    if (strings && run.length * strings.length <= MAX_STRINGS) {
      run = run.flatMap((head) => strings.map((tail) => head + tail));
      continue;
    }
    flush();
    if (strings) {
      run = strings;
      continue;
    }
    const inner = requiredInside(element);
    if (inner) candidates.push(inner);
  }
  flush();
  return bestOf(candidates);
}

function requiredInside(element: AST.Element): string[] | null {
  if (element.type === 'Group' || element.type === 'CapturingGroup')
    return requiredOfAlternatives(element.alternatives);
  if (element.type === 'Quantifier' && element.min > 0) {
    const inner = exact(element.element);
    return inner ?? requiredInside(element.element);
  }
  return null;
}

function bestOf(candidates: string[][]): string[] | null {
  let best: string[] | null = null;
  for (const candidate of candidates) {
    const safe = [...new Set(candidate.map(longestSafe))];
    if (!best || rating(safe) > rating(best)) best = safe;
  }
  return best && rating(best) > 0 ? best : null;
}

/** Long beats short; among equals, few strings beat many. */
function rating(literals: string[]): number {
  const shortest = Math.min(...literals.map((literal) => literal.length));
  return shortest === 0 ? 0 : Math.min(shortest, 16) - literals.length / 8;
}

function longestSafe(literal: string): string {
  return literal.split(UNSAFE).reduce((best, piece) => (piece.length > best.length ? piece : best), '');
}
