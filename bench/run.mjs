// Bundles the benchmark as the command line is bundled, and runs it: `npm run bench`. Needs ripgrep for the ratios.
import { build } from 'esbuild';
import { mkdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
process.chdir(ROOT);
mkdirSync('bench/tmp', { recursive: true });
await build({
  entryPoints: ['bench/main.ts', 'bench/memory-child.ts'],
  outdir: 'dist/bench',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
await import(pathToFileURL(`${ROOT}/dist/bench/main.mjs`).href);
