// Bundles the command line with the pack into dist/faultbook.mjs: one file, plain node, no repository.
import { build } from 'esbuild';
import { chmodSync, mkdirSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';

const { buildPack } = await tsImport('../lib/incident/build.server.ts', import.meta.url);
const { openPastes } = await tsImport('../lib/cli/open-pastes.ts', import.meta.url);
const { siteAddress } = await tsImport('../lib/export/site.ts', import.meta.url);
const pack = JSON.stringify(buildPack());
const pastes = JSON.stringify(openPastes());

mkdirSync('dist', { recursive: true });
await build({
  entryPoints: ['lib/cli/bundle.ts'],
  outfile: 'dist/faultbook.mjs',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // The address of the book, for the annotations that `faultbook alerts` proposes.
  define: {
    'process.env.FAULTBOOK_BUILT_SITE': JSON.stringify(
      siteAddress(process.env.FAULTBOOK_SITE, process.env.FAULTBOOK_BASE_PATH),
    ),
  },
  minifySyntax: true,
  legalComments: 'none',
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  plugins: [
    {
      name: 'pack',
      setup(builder) {
        builder.onResolve({ filter: /^faultbook:pack$/ }, () => ({ path: 'pack', namespace: 'pack' }));
        builder.onLoad({ filter: /.*/, namespace: 'pack' }, () => ({ contents: pack, loader: 'json' }));
        // As text: only a simulation parses it.
        builder.onResolve({ filter: /^faultbook:pastes$/ }, () => ({ path: 'pastes', namespace: 'pastes' }));
        builder.onLoad({ filter: /.*/, namespace: 'pastes' }, () => ({ contents: pastes, loader: 'text' }));
      },
    },
  ],
});
chmodSync('dist/faultbook.mjs', 0o755);
console.log('dist/faultbook.mjs');
