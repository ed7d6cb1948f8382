/**
 * An upper bound for the steps that a backtracking matcher takes on the worst text of one window. RE2 syntax
 * alone is not linear in JavaScript; a pattern passes when even the worst text is harmless. The bound counts
 * the ways in which neighbouring repetitions can share a text; repetitions that exclude what follows them
 * leave no choice, and at the end of the pattern the first match stands. Compare Davis et al., "The impact of regular expression denial of service", FSE 2018.
 */

import { RegExpParser, type AST } from '@eslint-community/regexpp';
import { charsOf, EVERYTHING, NOTHING, overlaps, union, type CharSet } from './char-set';

/** Characters of the window on which an expression runs: 2 KB on either side of its literal. */
const WINDOW = 4096;
/** About 20 ms of matching. */
export const MAX_STEPS = 20_000_000;

interface Shape {
  /** Ways to match, at most. */
  ways: number;
  min: number;
  max: number;
  /** What a match can begin with. */
  first: CharSet;
  /** What a repetition that reaches to the end of the match can swallow. */
  tail: CharSet;
}

/** Steps on the worst window, at most; Infinity where nested repetitions explode. */
export function worstSteps(pattern: string): number {
  const ast = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(pattern);
  return ast.alternatives.reduce((sum, { elements }) => {
    const anchored = elements[0]?.type === 'Assertion' && elements[0].kind === 'start';
    const starts = anchored ? 1 : WINDOW / Math.max(1, leadingLiteral(elements));
    return sum + starts * Math.max(1, sequence(elements).ways);
  }, 0);
}

/** Fixed characters at the beginning: places where they stand are at least that far apart. */
function leadingLiteral(elements: readonly AST.Element[]): number {
  let length = 0;
  for (const element of elements) {
    if (element.type === 'Assertion') continue;
    if (element.type === 'Group' || element.type === 'CapturingGroup') {
      return (
        length + Math.min(...element.alternatives.map((alternative) => leadingLiteral(alternative.elements)))
      );
    }
    if (!isNarrow(element)) break;
    length++;
  }
  return length;
}

/** A character, or one of two: `[Ss]`. */
function isNarrow(element: AST.Element): boolean {
  return (
    element.type === 'Character' ||
    (element.type === 'CharacterClass' && !element.negate && element.elements.length <= 2)
  );
}

function sequence(elements: readonly AST.Element[]): Shape {
  const shapes = elements.map(shapeOf);
  let whole: Shape = { ways: 1, min: 0, max: 0, first: NOTHING, tail: NOTHING };
  for (let index = shapes.length - 1; index >= 0; index--)
    whole = before(shapes[index]!, whole, leadingLiteral(elements.slice(index + 1)));
  return whole;
}

/** `head` followed by `rest`. A repetition leaves choices only where it can swallow what follows it. */
function before(head: Shape, rest: Shape, apart: number): Shape {
  const open = head.max > head.min && overlaps(head.tail, rest.first);
  const choices = open ? Math.max(1, (head.max - head.min + 1) / Math.max(1, apart)) : 1;
  return {
    ways: head.ways * choices * rest.ways,
    min: head.min + rest.min,
    max: Math.min(WINDOW, head.max + rest.max),
    first: head.min === 0 ? union(head.first, rest.first) : head.first,
    tail: rest.min === 0 ? union(head.tail, rest.tail) : rest.tail,
  };
}

function shapeOf(element: AST.Element): Shape {
  switch (element.type) {
    case 'Assertion':
      return { ways: 1, min: 0, max: 0, first: NOTHING, tail: NOTHING };
    case 'Character':
    case 'CharacterSet':
    case 'CharacterClass':
      return { ways: 1, min: 1, max: 1, first: charsOf(element), tail: NOTHING };
    case 'Group':
    case 'CapturingGroup':
      return either(element.alternatives.map((alternative) => sequence(alternative.elements)));
    case 'Quantifier':
      return repeated(element);
    default:
      return { ways: Infinity, min: 0, max: WINDOW, first: EVERYTHING, tail: EVERYTHING };
  }
}

function either(shapes: readonly Shape[]): Shape {
  return {
    ways: shapes.reduce((sum, { ways }) => sum + ways, 0),
    min: Math.min(...shapes.map(({ min }) => min)),
    max: Math.max(...shapes.map(({ max }) => max)),
    first: shapes.reduce((all, { first }) => union(all, first), NOTHING),
    tail: shapes.reduce((all, { tail }) => union(all, tail), NOTHING),
  };
}

function repeated({ element, min, max }: AST.Quantifier): Shape {
  const inner = shapeOf(element);
  const times = Math.min(max, WINDOW);
  if (max === 1) return min === 1 ? inner : { ...inner, min: 0, ways: inner.ways + 1 };
  const base = {
    min: inner.min * min,
    max: Math.min(WINDOW, inner.max * times),
    first: inner.first,
    // What is repeated can go on swallowing what the repetition begins with, and its own tail.
    tail: union(inner.first, inner.tail),
  };
  const variable = inner.max > inner.min || inner.ways > 1;
  if (!variable || times <= 1) return { ...base, ways: inner.ways };
  // Repeating something variable: harmless only when its end excludes its beginning.
  const ambiguous = overlaps(inner.tail, inner.first) || inner.min === 0 || inner.ways > 1;
  return { ...base, ways: ambiguous ? Math.pow(Math.max(2, inner.ways), times) : inner.ways };
}
