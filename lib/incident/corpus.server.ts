/** Reads a corpus folder: `index.jsonl` (one entry a line) beside the pastes that it names. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const entrySchema = z.looseObject({
  file: z.string().min(1),
  incident: z.string().nullable(),
  also: z.array(z.string()).default([]),
  hard: z.boolean().default(false),
  kind: z.string().optional(),
  near: z.string().nullish(),
  source: z.string().optional(),
  why: z.string().optional(),
  unanswered: z.string().optional(),
});

export interface CorpusEntry {
  /** Path below the folder that was asked for. */
  name: string;
  text: string;
  incident: string | null;
  also: string[];
  hard: boolean;
  near?: string;
  kind?: string;
  sourceName?: string;
  why?: string;
  /** Why its text does not lead to the right answer. Shown on `/quality/`. */
  unanswered?: string;
}

/** All entries below a folder, sorted by name. Throws an Error with file and line when an index is wrong. */
export function loadCorpus(folder: string): CorpusEntry[] {
  const entries: CorpusEntry[] = [];
  for (const index of indexFiles(folder)) {
    readFileSync(index, 'utf8')
      .split('\n')
      .forEach((line, number) => {
        if (line.trim() !== '') entries.push(readEntry(folder, index, line, number + 1));
      });
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function indexFiles(folder: string): string[] {
  const own = path.join(folder, 'index.jsonl');
  if (existsSync(own)) return [own];
  return readdirSync(folder, { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .flatMap((item) => indexFiles(path.join(folder, item.name)))
    .sort();
}

function readEntry(folder: string, index: string, line: string, number: number): CorpusEntry {
  const where = `${index}:${number}`;
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new Error(`${where}: not a JSON object; write one {"file": …, "incident": …} a line`);
  }
  const parsed = entrySchema.safeParse(json);
  if (!parsed.success)
    throw new Error(
      `${where}: ${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`,
    );
  const { file, incident, also, hard, near, kind, source, why, unanswered } = parsed.data;
  const full = path.join(path.dirname(index), file);
  if (!existsSync(full)) throw new Error(`${where}: ${file} is not there; the path is relative to the index`);
  return {
    name: path.relative(folder, full),
    text: readFileSync(full, 'utf8'),
    incident,
    also,
    hard,
    ...(near ? { near } : {}),
    ...(kind ? { kind } : {}),
    ...(source ? { sourceName: source } : {}),
    ...(why ? { why } : {}),
    ...(unanswered ? { unanswered } : {}),
  };
}
