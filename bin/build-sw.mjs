// The last step of the export: out/sw.js, with the hash of every file that it keeps. Runs after everything
// that changes a page, for the hashes are of the bytes that the host will serve.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { OUT } from './out.mjs';

const { keptFile } = await tsImport('../lib/offline/manifest.ts', import.meta.url);

const files = readdirSync(OUT, { recursive: true, withFileTypes: true })
  .filter((item) => item.isFile())
  .map((item) => path.join(item.parentPath ?? item.path, item.name));
let bytes = 0;
const kept = files.sort().flatMap((file) => {
  const content = readFileSync(file);
  const name = path.relative(OUT, file).split(path.sep).join('/');
  const entry = keptFile(name, createHash('sha256').update(content).digest('base64'));
  if (entry) bytes += content.length;
  return entry ? [entry] : [];
});
await build({
  entryPoints: ['lib/offline/sw.ts'],
  outfile: path.join(OUT, 'sw.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"', KEPT_FILES: JSON.stringify(kept) },
});
console.log(`sw.js keeps ${kept.length} files, ${(bytes / 1e6).toFixed(1)} MB, for use without a network.`);
