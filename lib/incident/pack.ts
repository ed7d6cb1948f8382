/** Turns a book into a pack: the plain data that the engine eats. Pure; the same book gives the same pack. */

import { requiredLiterals, type Literals } from './literals';
import type { Book, CheckEntry, IncidentEntry } from './load.server';
import type { KnownLineSource, SignatureSource } from './schema';
import type {
  Check,
  Fix,
  FramesTest,
  KnownLine,
  LineTest,
  Pack,
  PackIncident,
  Signature,
  Test,
} from '../triage/pack';
import { foldWords } from '../triage/word-list';

/**
 * Fitted on the reserved third of the corpus: `npm run fit`. The fit itself wants ln 4; there one strong sign and one
 * against it would just be a match of an occasional incident, so it stays above. DESIGN began with 1 to 3 and ln 16.
 */
export const SCORING = { temperature: 1, other: Math.log(4.2) };

export function packOf(book: Book): Omit<Pack, 'release'> {
  return {
    version: 1,
    incidents: book.incidents.filter((entry) => entry.front.status !== 'retired').map(packIncident),
    checks: book.checks.map(packCheck),
    lines: book.lines.map(({ known }) => packLine(known)),
    words: foldWords(wordsOf(book)),
    scoring: SCORING,
  };
}

function packIncident({ id, front }: IncidentEntry): PackIncident {
  return {
    id,
    title: front.title,
    summary: front.summary,
    status: front.status,
    ...(front.successor ? { successor: front.successor } : {}),
    area: front.area,
    severity: front.severity,
    frequency: front.frequency,
    revision: Math.max(...front.changes.map((change) => change.revision)),
    applies: front.applies,
    signatures: front.signatures.map(packSignature),
    checks: front.checks,
    fixes: front.fixes.map(packFix),
    blocks: front.blocks,
    related: front.related,
    alerts: front.alerts,
  };
}

function packFix(fix: IncidentEntry['front']['fixes'][number]): Fix {
  return {
    ...fix,
    commands: fix.commands.map((command) => (typeof command === 'string' ? { run: command } : command)),
  };
}

function packSignature(source: SignatureSource): Signature {
  return {
    id: source.id,
    ...(source.in ? { in: source.in } : {}),
    weight: source.weight,
    group: source.group ?? source.id,
    why: source.why,
    ...(source.whenAbsent ? { whenAbsent: source.whenAbsent } : {}),
    test: testOf(source),
  };
}

type TestSource = Pick<SignatureSource, never> &
  (
    | {
        line: string;
        ignoreCase?: boolean;
        near?: { line: string; within: number }[];
        and?: string[];
        unless?: string[];
      }
    | { frames: string[]; unless?: string[] }
    | {
        fact: string;
        min?: number;
        max?: number;
        equals?: string | number | boolean;
        pattern?: string;
        versions?: string;
      }
  );

/** The test part of a signature, of a check outcome or of a known line. */
export function testOf(source: TestSource): Test {
  if ('line' in source) {
    const ignoreCase = source.ignoreCase ?? false;
    const test: LineTest = { type: 'line', pattern: source.line, ...safeLiterals(source.line, ignoreCase) };
    if (ignoreCase) test.ignoreCase = true;
    if (source.near) test.near = source.near.map(({ line, within }) => ({ pattern: line, within }));
    if (source.and) test.and = source.and;
    if (source.unless) test.unless = source.unless;
    return test;
  }
  if ('frames' in source) {
    const test: FramesTest = {
      type: 'frames',
      frames: source.frames,
      literals: frameLiterals(source.frames),
    };
    if (source.unless) test.unless = source.unless;
    return test;
  }
  const { fact, min, max, equals, pattern, versions } = source;
  return JSON.parse(JSON.stringify({ type: 'fact', fact, min, max, equals, pattern, versions })) as Test;
}

/** A pattern that does not parse has no literals; the content check reports it with its place. */
function safeLiterals(pattern: string, ignoreCase = false): Literals {
  try {
    return requiredLiterals(pattern, { ignoreCase });
  } catch {
    return { literals: [] };
  }
}

/** The literals of the entry whose shortest alternative is longest: the rarest frame. */
function frameLiterals(frames: string[]): string[] {
  const options = frames.map((entry) =>
    entry.split('|').map((name) => name.replace(/\*$/, '').toLowerCase()),
  );
  const shortest = (names: string[]) => Math.min(...names.map((name) => name.length));
  return options.reduce((best, names) => (shortest(names) > shortest(best) ? names : best));
}

function packCheck({ id, check }: CheckEntry): Check {
  return {
    id,
    ask: check.ask,
    ...(check.command ? { command: check.command } : {}),
    where: check.where,
    minutes: check.minutes,
    root: check.root,
    disturbs: check.disturbs,
    outcomes: check.outcomes.map(({ signature, ...outcome }) => ({
      ...outcome,
      ...(signature
        ? { signature: { ...(signature.in ? { in: signature.in } : {}), test: testOf(signature) } }
        : {}),
    })),
    background: check.background,
    group: check.group ?? id,
    ...(check.symptom ? { symptom: check.symptom } : {}),
    prints: check.prints,
    needs: check.needs,
  };
}

function packLine({ id, pattern, in: formats, says, kind, link, next }: KnownLineSource): KnownLine {
  return {
    id,
    pattern,
    ...safeLiterals(pattern),
    ...(formats ? { in: formats } : {}),
    says,
    kind,
    ...(link ? { link } : {}),
    ...(next ? { next } : {}),
  };
}

/** Words of the examples, for rejoining words that a terminal cut in two. */
function wordsOf(book: Book): string[] {
  const words = new Set<string>();
  const add = (text: string) => {
    for (const word of text.toLowerCase().match(/[a-z][a-z_]{2,30}/g) ?? []) words.add(word);
  };
  for (const { front } of book.incidents) {
    for (const signature of front.signatures) if ('example' in signature) add(signature.example);
  }
  for (const { known } of book.lines) add(known.sample);
  return [...words].sort();
}
