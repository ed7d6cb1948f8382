/** Which characters a piece of a pattern can begin with, or repeat: ASCII plus one class for the rest. */

import type { AST } from '@eslint-community/regexpp';

/** One flag for each ASCII code; the last stands for everything above. */
export type CharSet = readonly boolean[];

const SIZE = 129;
export const NOTHING: CharSet = Array<boolean>(SIZE).fill(false);
export const EVERYTHING: CharSet = Array<boolean>(SIZE).fill(true);

export const union = (a: CharSet, b: CharSet): CharSet => a.map((has, code) => has || b[code]!);
export const overlaps = (a: CharSet, b: CharSet): boolean => a.some((has, code) => has && b[code]!);

function where(holds: (char: string, code: number) => boolean): CharSet {
  return Array.from({ length: SIZE }, (_, code) => holds(String.fromCharCode(code), code));
}

/** The characters of a single-character element. */
export function charsOf(
  node: AST.Character | AST.CharacterSet | AST.CharacterClass | AST.CharacterClassElement,
): CharSet {
  switch (node.type) {
    case 'Character':
      return where((_, code) => code === Math.min(node.value, SIZE - 1));
    case 'CharacterClassRange':
      return where(
        (_, code) =>
          code >= node.min.value &&
          (code <= node.max.value || (code === SIZE - 1 && node.max.value >= SIZE - 1)),
      );
    case 'CharacterSet':
      return setOf(node);
    case 'CharacterClass': {
      const inside = node.elements.reduce<CharSet>(
        (all, element) => union(all, charsOf(element as AST.CharacterClassElement)),
        NOTHING,
      );
      // Above ASCII one flag stands for many characters: a negated class still has some of them.
      return node.negate ? inside.map((has, code) => code === SIZE - 1 || !has) : inside;
    }
    default:
      return EVERYTHING;
  }
}

/** `\d` and `\w` have nothing above ASCII, and the few blanks of `\s` there are repaired before matching. */
function setOf(node: AST.CharacterSet): CharSet {
  if (node.kind === 'property') return EVERYTHING;
  const expression = node.kind === 'any' ? /./ : new RegExp(node.raw);
  return where((char, code) =>
    code === SIZE - 1 ? node.kind === 'any' || node.negate : expression.test(char),
  );
}
