/** Reads the content roots into a book. Never throws on bad content: faults are collected as problems. */

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { splitFrontMatter } from './front-matter';
import type { Problem } from './problem';
import {
  checkSchema,
  incidentSchema,
  knownLinesSchema,
  SLUG,
  type CheckSource,
  type IncidentSource,
  type KnownLineSource,
} from './schema';
import { parseYaml } from './yaml.server';

export interface Sample {
  name: string;
  kind: 'hit' | 'miss';
  text: string;
}

export interface IncidentEntry {
  id: string;
  file: string;
  front: IncidentSource;
  body: string;
  bodyLine: number;
  samples: Sample[];
  /** Scripts and manifests of the folder, by name. */
  files: Record<string, string>;
  lineOf(path: readonly PropertyKey[]): number;
}

export interface CheckEntry {
  id: string;
  file: string;
  check: CheckSource;
  lineOf(path: readonly PropertyKey[]): number;
}

export interface LineEntry {
  file: string;
  line: number;
  known: KnownLineSource;
}

export interface Book {
  incidents: IncidentEntry[];
  checks: CheckEntry[];
  lines: LineEntry[];
  /** Quiet logs: nothing may be reported on them. */
  healthy: { name: string; text: string }[];
  problems: Problem[];
}

/** The content roots, in order, from the folder in which this runs or from `home`. A team's private incidents are a second root. */
export function contentRoots(home = ''): string[] {
  return (process.env.FAULTBOOK_CONTENT ?? path.join(home, 'content')).split(path.delimiter);
}

export function loadBook(roots: string[] = contentRoots()): Book {
  const book: Book = { incidents: [], checks: [], lines: [], healthy: [], problems: [] };
  for (const root of roots) {
    for (const name of list(path.join(root, 'incidents')))
      loadIncident(path.join(root, 'incidents', name), name, book);
    for (const name of list(path.join(root, 'checks'), '.yaml'))
      loadCheck(path.join(root, 'checks', name), name, book);
    for (const name of list(path.join(root, 'lines'), '.yaml'))
      loadLines(path.join(root, 'lines', name), book);
    for (const name of list(path.join(root, 'healthy'), '.txt')) {
      book.healthy.push({ name, text: readFileSync(path.join(root, 'healthy', name), 'utf8') });
    }
  }
  reportDuplicates(book);
  return book;
}

/** Sorted by code unit, not by locale: the same on every machine. */
function list(folder: string, ending = ''): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
    .sort();
}

function loadIncident(folder: string, id: string, book: Book): void {
  if (!statSync(folder).isDirectory()) return;
  const file = path.join(folder, 'index.mdx');
  if (!SLUG.test(id)) {
    book.problems.push({
      file: folder,
      line: 1,
      what: 'the folder name is the id',
      cure: 'use lower-case words joined by hyphens',
    });
  }
  if (!existsSync(file)) {
    book.problems.push({ file, line: 1, what: 'no index.mdx', cure: `npm run new ${id}` });
    return;
  }
  const split = splitFrontMatter(file, readFileSync(file, 'utf8'));
  if ('what' in split) {
    book.problems.push(split);
    return;
  }
  const parsed = parseYaml(file, split.yaml, incidentSchema, 2);
  book.problems.push(...parsed.problems);
  if (!parsed.value) return;
  const samples: Sample[] = [];
  const files: Record<string, string> = {};
  for (const name of list(folder)) {
    if (name === 'index.mdx') continue;
    const text = readFileSync(path.join(folder, name), 'utf8');
    const kind = /^(hit|miss)-[a-z0-9-]+\.txt$/.exec(name)?.[1] as Sample['kind'] | undefined;
    if (kind) samples.push({ name, kind, text });
    else files[name] = text;
  }
  book.incidents.push({
    id,
    file,
    front: parsed.value,
    body: split.body,
    bodyLine: split.bodyLine,
    samples,
    files,
    lineOf: parsed.lineOf,
  });
}

function loadCheck(file: string, name: string, book: Book): void {
  const parsed = parseYaml(file, readFileSync(file, 'utf8'), checkSchema);
  book.problems.push(...parsed.problems);
  if (parsed.value)
    book.checks.push({ id: name.slice(0, -5), file, check: parsed.value, lineOf: parsed.lineOf });
}

function loadLines(file: string, book: Book): void {
  const parsed = parseYaml(file, readFileSync(file, 'utf8'), knownLinesSchema);
  book.problems.push(...parsed.problems);
  parsed.value?.forEach((known, index) =>
    book.lines.push({ file, line: parsed.lineOf([index, 'id']), known }),
  );
}

/** Ids are unique over all roots. */
function reportDuplicates(book: Book): void {
  const seen = new Map<string, string>();
  const all = [
    ...book.incidents.map((entry) => ({ key: `incident ${entry.id}`, file: entry.file, line: 1 })),
    ...book.checks.map((entry) => ({ key: `check ${entry.id}`, file: entry.file, line: 1 })),
    ...book.lines.map((entry) => ({
      key: `known line ${entry.known.id}`,
      file: entry.file,
      line: entry.line,
    })),
  ];
  for (const { key, file, line } of all) {
    const other = seen.get(key);
    if (other)
      book.problems.push({
        file,
        line,
        what: `${key} also stands in ${other}`,
        cure: 'an id is used once; rename one of them',
      });
    seen.set(key, file);
  }
}
