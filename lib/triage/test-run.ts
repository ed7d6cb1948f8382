/** For tests: a text through reading, matching and diagnosis with a small pack. */

import { EMPTY_CASE } from './case';
import { compile } from './compile';
import { diagnose } from './diagnose';
import type { Case, Diagnosis } from './diagnosis';
import type { Hit } from './hit';
import { match } from './match';
import type { LineTest, Pack, PackIncident, Signature, Test } from './pack';
import { parse } from './parts';
import { read } from './read/read';
import { incident, packWith } from './test-pack';

export function hitsOf(pack: Pack, text: string): Hit[] {
  return match(compile(pack), parse([read(0, text, new Set())])).hits;
}

export function run(pack: Pack, text: string, more: Partial<Case> = {}): Diagnosis {
  return diagnose(compile(pack), { ...EMPTY_CASE, ...more, parts: [{ source: text }] });
}

/** A strong signature that is its own group. */
export function signature(id: string, test: Test, more: Partial<Signature> = {}): Signature {
  return { id, weight: 'strong', group: id, why: `${id}.`, test, ...more };
}

export function lineTest(pattern: string, more: Partial<LineTest> = {}): LineTest {
  return { type: 'line', pattern, literals: [], ...more };
}

/** A pack of one incident with these signatures. */
export function packOfSignatures(signatures: Signature[], more: Partial<PackIncident> = {}): Pack {
  return packWith([{ ...incident('it', {}, more), signatures }]);
}
