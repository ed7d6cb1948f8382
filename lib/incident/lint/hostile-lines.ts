/**
 * Lines made to defeat one pattern, for tests: everything that it can repeat is repeated as far as it goes,
 * what must follow is left out, so that a matcher tries every way there is. Pure.
 */

import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** Half of the window on which an expression runs, and a line that is far longer than it. */
const LENGTHS = [4096, 20_000];

interface Piece {
  /** Shortest text of it. */
  text: string;
  /** What it repeats; empty where nothing repeats. */
  unit: string;
}

/** At least 20 lines; each holds one of `literals`, so that the pre-filter lets the pattern run. */
export function hostileLines(pattern: string, literals: readonly string[]): string[] {
  const pieces = piecesOf(new RegExpParser({ ecmaVersion: 2024 }).parsePattern(pattern));
  const whole = pieces.map(({ text }) => text).join('');
  const literal = literals[0] ?? whole.slice(0, 20);
  const units = [...new Set([...pieces.map(({ unit }) => unit).filter(Boolean), 'a', '0', ' ', ':', '{"'])];
  const lines = new Set<string>();
  for (const length of LENGTHS) {
    lines.add(fill(literal, length));
    lines.add(fill(`${literal} `, length));
    lines.add(fill(whole.slice(0, -1), length));
    for (const unit of units.slice(0, 6)) {
      lines.add(literal + fill(unit, length));
      lines.add(fill(unit, length) + literal);
    }
    // Each repetition at its longest, with what stands before it and without what must follow.
    let before = '';
    for (const { text, unit } of pieces) {
      if (unit) {
        lines.add(`${before}${fill(unit, length)}\u0001${literal}`);
        lines.add(`${fill(before + unit, length)}${literal}`);
      }
      before += text;
    }
  }
  for (let cut = 1; cut < Math.min(whole.length, 12); cut++)
    lines.add(`${literal}${whole.slice(0, -cut)}${fill(units[cut % units.length]!, 4096)}`);
  return [...lines];
}

function fill(unit: string, length: number): string {
  return unit === '' ? '' : unit.repeat(Math.ceil(length / unit.length));
}

function piecesOf(node: AST.Pattern | AST.Group | AST.CapturingGroup): Piece[] {
  // The longest alternative has the most to repeat.
  const [longest] = [...node.alternatives].sort((a, b) => b.raw.length - a.raw.length);
  return (longest?.elements ?? []).flatMap(pieceOf);
}

function pieceOf(element: AST.Element): Piece[] {
  switch (element.type) {
    case 'Character':
      return [{ text: String.fromCodePoint(element.value), unit: '' }];
    case 'CharacterClass':
    case 'CharacterSet':
      return [{ text: member(element.raw), unit: '' }];
    case 'Group':
    case 'CapturingGroup':
      return piecesOf(element);
    case 'Quantifier': {
      const inner = pieceOf(element.element as AST.Element);
      const unit = inner.map(({ text, unit: within }) => text || within).join('');
      return [...inner.filter((piece) => piece.unit), { text: unit.repeat(Math.min(element.min, 50)), unit }];
    }
    default:
      return [];
  }
}

/** A character that a class takes, by trying. */
function member(raw: string): string {
  const one = new RegExp(`^${raw}$`);
  return [...'a0 :/.-_"=A[]{}()<>,;\t\u00e9'].find((each) => one.test(each)) ?? '';
}
