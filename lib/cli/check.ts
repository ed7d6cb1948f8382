/** The content check: `npm run check [-- SLUG…]`. Reads only; prints every problem with its cure. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { buildPack } from '../incident/build.server';
import { lintBodies } from '../incident/lint/body';
import { lintCommands } from '../incident/lint/commands.server';
import { lintIds } from '../incident/lint/ids';
import { lintPatterns } from '../incident/lint/patterns';
import { lintReadOnly } from '../incident/lint/read-only';
import {
  lost,
  merged,
  published,
  REGISTRY_FILE,
  unregistered,
  type Registry,
} from '../incident/lint/registry';
import { lintSamples } from '../incident/lint/samples';
import { loadBook, type Book } from '../incident/load.server';
import { formatProblem, type Problem } from '../incident/problem';

function registryBefore(): Registry {
  return existsSync(REGISTRY_FILE) ? (JSON.parse(readFileSync(REGISTRY_FILE, 'utf8')) as Registry) : {};
}

function problemsOf(book: Book, only?: ReadonlySet<string>): Problem[] {
  const now = published(book);
  const before = registryBefore();
  const of = (problem: Problem) => !only || [...only].some((slug) => problem.file.includes(`/${slug}/`));
  const all = [
    ...book.problems,
    ...lintIds(book),
    ...lintBodies(book),
    ...lintPatterns(book),
    ...lintCommands(book),
    ...lintReadOnly(book),
  ];
  const registry = only ? [] : [...lost(now, before), ...unregistered(now, before)];
  return [...all.filter(of), ...registry, ...lintSamples(book, buildPack(book), only)];
}

function main(args: string[]): number {
  const book = loadBook();
  if (args.includes('--write')) {
    writeFileSync(REGISTRY_FILE, `${JSON.stringify(merged(published(book), registryBefore()), null, 1)}\n`);
    return 0;
  }
  const slugs = args.filter((arg) => !arg.startsWith('-'));
  const unknown = slugs.filter(
    (slug) =>
      !book.incidents.some((entry) => entry.id === slug) &&
      !book.problems.some(({ file }) => file.includes(slug)),
  );
  if (unknown.length > 0) {
    console.error(
      `No incident ${unknown.join(', ')}. Known: ${book.incidents.map(({ id }) => id).join(', ')}.`,
    );
    return 2;
  }
  const problems = problemsOf(book, slugs.length > 0 ? new Set(slugs) : undefined);
  for (const problem of problems) console.error(formatProblem(problem));
  const samples = book.incidents.reduce((sum, entry) => sum + entry.samples.length, 0);
  console.log(
    `${book.incidents.length} incidents, ${book.checks.length} checks, ${book.lines.length} known lines, ${samples} samples, ${book.healthy.length} healthy logs: ${problems.length === 0 ? 'all in order' : `${problems.length} problems`}`,
  );
  return problems.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
