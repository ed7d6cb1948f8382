// Bundles triage and wizard with the pack and the worker into dist/faultbook.html: one file that works from
// file:// and, by its own policy, cannot connect to anything.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';

const load = (file) => tsImport(`../${file}`, import.meta.url);
const [{ loadBook }, { buildPack }, { samplesOf }, { engineSource }, { siteAddress }, { THEME_SCRIPT }] =
  await Promise.all(
    [
      'lib/incident/load.server.ts',
      'lib/incident/build.server.ts',
      'lib/incident/samples.ts',
      'lib/worker/bundle.server.ts',
      'lib/export/site.ts',
      'components/ui/theme.ts',
    ].map(load),
  );
const book = loadBook();
const site = process.env.FAULTBOOK_SITE?.trim();
// Without an address of the site, links to its pages stay inside the file and lead nowhere; the page says so.
const base = site ? siteAddress(site, process.env.FAULTBOOK_BASE_PATH) : '#';

const { outputFiles } = await build({
  stdin: {
    contents: "import '@/app/tokens.css'; import '@/app/base.css'; import '@/components/onefile/main';",
    resolveDir: process.cwd(),
    loader: 'ts',
  },
  outdir: 'dist',
  write: false,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  legalComments: 'none',
  jsx: 'automatic',
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.FAULTBOOK_BASE_PATH': JSON.stringify(base),
    'process.env.FAULTBOOK_SITE': JSON.stringify(site ?? ''),
  },
  plugins: [virtualBook()],
});
const text = (ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
// Inside a script element only `</script` and `<!--` end or bend it; esbuild escapes the first, JSON needs neither.
const script = text('.js').replaceAll('<!--', '\\x3c!--').replaceAll('</script', '<\\/script');
const hash = (code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
const policy = [
  "default-src 'none'",
  `script-src ${hash(THEME_SCRIPT)} ${hash(script)}`,
  "style-src 'unsafe-inline'",
  'img-src data:',
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

mkdirSync('dist', { recursive: true });
writeFileSync(
  'dist/faultbook.html',
  `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer"><title>Faultbook</title><link rel="icon" href="data:,">
<script>${THEME_SCRIPT}</script><style>${text('.css')}</style></head>
<body><div id="faultbook" style="display:contents"></div><noscript>Comparing happens in a script inside this browser, and scripts are switched off.</noscript>
<script>${script}</script></body></html>
`,
);
console.log(`dist/faultbook.html, ${(script.length / 1e6).toFixed(1)} MB`);

/** Pack, samples and worker as a module of their own. */
function virtualBook() {
  const contents = Object.entries({ pack: buildPack(book), samples: samplesOf(book), engine: engineSource() })
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
  return {
    name: 'book',
    setup(builder) {
      builder.onResolve({ filter: /^faultbook:book$/ }, () => ({ path: 'book', namespace: 'book' }));
      builder.onLoad({ filter: /.*/, namespace: 'book' }, () => ({ contents, loader: 'js' }));
    },
  };
}
