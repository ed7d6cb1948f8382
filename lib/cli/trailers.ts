/** `faultbook trailers [--json] [--url ADDRESS] PATH…`: what a folder of postmortems, or a git log, says about the incidents of the book. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readTrailers, type Trailer } from '../export/trailer';
import type { Pack } from '../triage/pack';
import { noTrailerPaths, noTrailers, unknownOption, unreadable } from './texts';

/** Larger files are no postmortems. */
const LARGEST = 5 * 1024 ** 2;
const SKIPPED = new Set(['node_modules', '.git']);

interface Seen extends Trailer {
  file: string;
}

/** Exit: 0 read, 1 trailers that the book does not know, 2 bad use or a path that cannot be read. */
export function runTrailers(args: readonly string[], loadPack: () => Pack): number {
  const { json, url, paths, unknown } = optionsOf(args);
  if (unknown || paths.length === 0) {
    console.error(unknown ? unknownOption(unknown) : noTrailerPaths);
    return 2;
  }
  const pack = loadPack();
  const seen: Seen[] = [];
  let exit = 0;
  for (const given of paths) {
    let files: string[];
    try {
      files = filesIn(given);
    } catch (error) {
      console.error(unreadable(given, (error as NodeJS.ErrnoException).code ?? String(error)));
      exit = 2;
      continue;
    }
    for (const file of files) {
      const { trailers, faults } = readTrailers(readFileSync(file === '-' ? 0 : file, 'utf8'), file, pack);
      seen.push(...trailers.map((trailer) => ({ ...trailer, file })));
      for (const { line, says } of faults) console.error(`${file}:${line}: ${says}.`);
      if (faults.length > 0) exit = Math.max(exit, 1);
    }
  }
  const lines = json ? seen.map((each) => JSON.stringify(each)) : report(seen, url);
  for (const line of lines) console.log(line);
  return exit;
}

function optionsOf(args: readonly string[]) {
  const options = { json: false, url: '', paths: [] as string[], unknown: '' };
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!;
    if (arg === '--json') options.json = true;
    else if (arg === '--url' && args[at + 1]) options.url = args[++at]!.replace(/\/*$/, '/');
    else if (arg.startsWith('-') && arg !== '-') options.unknown ||= arg;
    else options.paths.push(arg);
  }
  return options;
}

function filesIn(given: string): string[] {
  if (given === '-' || !statSync(given).isDirectory()) return [given];
  return readdirSync(given, { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const full = path.join(given, entry.name);
      if (entry.isDirectory()) return filesIn(full);
      return entry.isFile() && statSync(full).size <= LARGEST ? [full] : [];
    });
}

/** Per incident: how often, when last, and the lines for `occurrences` of its front matter; `url` is where the files stand. */
function report(seen: readonly Seen[], url: string): string[] {
  if (seen.length === 0) return [noTrailers];
  const ids = [...new Set(seen.map(({ incident }) => incident))].sort();
  return ids.flatMap((id) => {
    const own = seen
      .filter(({ incident }) => incident === id)
      .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : (a.date ?? '') > (b.date ?? '') ? 1 : 0));
    const last = own.map(({ date }) => date).findLast(Boolean);
    return [
      `${id}: seen ${own.length} ${own.length === 1 ? 'time' : 'times'}${last ? `, last ${last}` : ''}`,
      ...own.map(
        ({ date, verdict, file, line }) =>
          `  - {date: ${date ?? 'unknown'}, url: ${JSON.stringify(url ? `${url}${file}#L${line}` : `${file}:${line}`)}, verdict: ${verdict}}`,
      ),
    ];
  });
}
