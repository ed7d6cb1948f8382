/** The worker as one classic script, for the pages (`/engine.js`) and for the one-file build. */

import { buildSync } from 'esbuild';

export function engineSource(): string {
  const { outputFiles } = buildSync({
    entryPoints: ['lib/worker/triage.worker.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]!.text;
}
