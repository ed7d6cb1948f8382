/** What the first load of `/` costs, in compressed bytes. Needs `out/`. `npm run sizes` prints only this. */

import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { round, type Figure } from './measure';

/** DESIGN, section 9, in KB. */
const SCRIPTS = 200;
const DATA = 80;
const INCIDENTS = 100;

export interface Size {
  gzip: number;
  brotli: number;
}

/** Compressed as static hosts do it, each file by itself. */
export function sizeOf(files: readonly string[]): Size {
  const all = files.map((file) => readFileSync(file));
  const sum = (sizes: number[]): number => sizes.reduce((total, size) => total + size, 0);
  return {
    gzip: sum(all.map((bytes) => gzipSync(bytes, { level: 9 }).length)),
    brotli: sum(
      all.map(
        (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
      ),
    ),
  };
}

/** The scripts that the page names itself; those for browsers without modules are loaded by none of today. */
export function pageScripts(out = 'out'): string[] {
  const html = readFileSync(`${out}/index.html`, 'utf8');
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]*\/_next\/[^"]+\.js)"[^>]*>/g)];
  const modern = tags.filter(([tag]) => !/\bnomodule\b/i.test(tag));
  return [...new Set(modern.map(([, src]) => `${out}${src!.slice(src!.indexOf('/_next/'))}`))];
}

export function benchSizes(): Figure[] {
  if (!existsSync('out/index.html'))
    return [{ what: 'scripts of /', value: Number.NaN, unit: 'KB', note: 'run npm run build first' }];
  const { incidents } = JSON.parse(readFileSync('out/pack.json', 'utf8')) as { incidents: unknown[] };
  const hundred = INCIDENTS / incidents.length;
  const row = (what: string, files: string[], most?: number, times = 1): Figure => {
    const { gzip, brotli } = sizeOf(files);
    const value = round((gzip * times) / 1024, 1);
    return {
      what,
      value,
      unit: 'KB',
      ...(most ? { budget: `at most ${most} KB`, kept: value <= most } : {}),
      note: `gzip; ${round((brotli * times) / 1024, 1)} KB brotli`,
    };
  };
  return [
    row('scripts of / (React, Next, the page)', pageScripts(), SCRIPTS),
    row('engine.js, the worker', ['out/engine.js']),
    row('scripts of / and the engine', [...pageScripts(), 'out/engine.js'], SCRIPTS),
    row(`pack.json, ${incidents.length} incidents`, ['out/pack.json']),
    row('pack.json, for 100 incidents', ['out/pack.json'], DATA, hundred),
    row(`texts.json, ${incidents.length} incidents`, ['out/texts.json']),
  ];
}
