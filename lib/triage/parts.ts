/** The reading half after `read`: lines to parts, times, stacks and facts. */

import type { Fact } from './diagnosis';
import type { Parsed, ParsedLine } from './parsed';
import { classify } from './parts-classify';
import { readParts } from './parts-facts';
import { gapFacts } from './parts-gap';
import { lookAround } from './parts-look';
import { override, type Override } from './parts-override';
import { build, finish, type Draft } from './parts-ranges';
import { refine } from './parts-refine';
import { latest, stamp } from './parts-time';
import { markTruncated } from './parts-truncated';
import { buildStacks } from './stacks';
import type { Doc } from './read/line';

/**
 * Classifies every line of every source, and reads what the parts say. `overrides` is `case.parts`,
 * or any list that holds at index `doc.source` what the person said about that source. Never throws;
 * what could not be read is in `limits`.
 */
export function parse(docs: readonly Doc[], overrides: readonly (Override | undefined)[] = []): Parsed {
  const drafts: Draft[] = [];
  const lines: ParsedLine[] = [];
  const limits: string[] = [];
  for (const doc of docs) {
    const marks = classify(doc);
    refine(doc, marks);
    limits.push(...override(doc, marks, overrides[doc.source]));
    build(doc, marks, drafts, lines);
  }
  stamp(lines);
  const now = latest(lines);
  const read = readParts(drafts, lines, now, limits);
  const facts: Fact[] = [...read.facts, ...gapFacts(lines)];
  const stacks = buildStacks(
    lines,
    drafts.map((draft) => draft.command),
  );
  for (const fact of lookAround({ lines, stacks, facts, limits }, drafts)) facts.push(fact);
  markTruncated(drafts, lines, stacks);
  return { parts: drafts.map(finish), lines, facts, stacks, now, states: read.states, limits };
}
