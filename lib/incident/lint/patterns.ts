/** Patterns: RE2 syntax, a literal for the pre-filter, no bad backtracking, and the line each was written for. */

import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import type { Book } from '../load.server';
import { requiredLiterals } from '../literals';
import type { Problem } from '../problem';
import { MAX_STEPS, worstSteps } from './backtracking';

interface Pattern {
  file: string;
  line: number;
  pattern: string;
  ignoreCase: boolean;
  /** The line it must match; none for `near` and `unless`. */
  example?: string;
  /** Whether it is found through the pre-filter, and so needs a literal. */
  needsLiteral: boolean;
}

export function lintPatterns(book: Book): Problem[] {
  return patternsOf(book).flatMap(lintPattern);
}

/** The faults of one pattern: the first that is found. */
export function lintPattern(item: Pattern): Problem[] {
  const { file, line, pattern } = item;
  const say = (what: string, cure: string): Problem[] => [
    { file, line, what: `pattern ${pattern}: ${what}`, cure },
  ];
  let outside: string | null;
  try {
    outside = outsideRe2(pattern);
    new RegExp(pattern);
  } catch (error) {
    return say(
      `does not compile: ${error instanceof Error ? error.message : String(error)}`,
      'mend the expression',
    );
  }
  if (outside)
    return say(
      `${outside} is not RE2 syntax`,
      'write it without; use `unless` or `near` for what it excludes or demands',
    );
  if (item.needsLiteral && requiredLiterals(pattern).literals.length === 0) {
    return say(
      'no literal of four characters stands in every match',
      'add words that the program prints to every alternative',
    );
  }
  if (item.example !== undefined && !new RegExp(pattern, item.ignoreCase ? 'i' : '').test(item.example)) {
    return say(`does not match the line it was written for: ${item.example}`, 'mend one of them');
  }
  const steps = worstSteps(pattern);
  if (steps <= MAX_STEPS) return [];
  const amount = Number.isFinite(steps) ? steps.toExponential(0) : 'endless';
  return say(
    `backtracks: ${amount} steps on the worst text, ${MAX_STEPS.toExponential(0)} allowed`,
    'bound the repetitions and make neighbouring ones exclude each other',
  );
}

/** The first construct that RE2 does not know, in words; null when there is none. */
export function outsideRe2(pattern: string): string | null {
  let found: string | null = null;
  visitRegExpAST(new RegExpParser({ ecmaVersion: 2024 }).parsePattern(pattern), {
    onAssertionEnter(node) {
      if (node.kind === 'lookahead' || node.kind === 'lookbehind') found ??= 'look-around';
    },
    onBackreferenceEnter() {
      found ??= 'a back-reference';
    },
    onQuantifierEnter(node) {
      if (node.max !== Infinity && node.max > 1000) found ??= 'a repetition above 1000';
    },
  });
  return found;
}

function patternsOf(book: Book): Pattern[] {
  const all: Pattern[] = [];
  const add = (file: string, lineOf: (key: string) => number, source: object) => {
    const {
      line,
      example,
      ignoreCase = false,
      near = [],
      and = [],
      unless = [],
      pattern,
    } = source as Partial<{
      line: string;
      example: string;
      ignoreCase: boolean;
      near: { line: string }[];
      and: string[];
      unless: string[];
      pattern: string;
    }>;
    if (line)
      all.push({
        file,
        line: lineOf('line'),
        pattern: line,
        ignoreCase,
        example: example!,
        needsLiteral: true,
      });
    else if (pattern) all.push({ file, line: lineOf('pattern'), pattern, ignoreCase, needsLiteral: false });
    for (const other of near)
      all.push({ file, line: lineOf('near'), pattern: other.line, ignoreCase, needsLiteral: false });
    if (!line) return;
    for (const other of and)
      all.push({
        file,
        line: lineOf('and'),
        pattern: other,
        ignoreCase,
        example: example!,
        needsLiteral: false,
      });
    for (const other of unless)
      all.push({ file, line: lineOf('unless'), pattern: other, ignoreCase, needsLiteral: false });
  };
  for (const entry of book.incidents) {
    entry.front.signatures.forEach((signature, index) =>
      add(entry.file, (key) => entry.lineOf(['signatures', index, key]), signature),
    );
  }
  for (const entry of book.checks) {
    entry.check.outcomes.forEach(({ signature }, index) => {
      if (signature) add(entry.file, (key) => entry.lineOf(['outcomes', index, 'signature', key]), signature);
    });
  }
  for (const { file, line, known } of book.lines) {
    all.push({
      file,
      line,
      pattern: known.pattern,
      ignoreCase: false,
      example: known.sample,
      needsLiteral: true,
    });
  }
  return all;
}
