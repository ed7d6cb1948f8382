// Writes the files for machines into out/ after `next build`: /incidents/<slug>.md and .json, alerts.json,
// llms.txt, feed.xml, sitemap.xml. FAULTBOOK_SITE is the address of the book (https://faultbook.example without).
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { OUT } from './out.mjs';

if (!existsSync(path.join(OUT, 'index.html'))) {
  console.error(`There is no ${OUT}/index.html. Build the pages first: npm run build:site`);
  process.exit(1);
}
const load = (file) => tsImport(`../${file}`, import.meta.url);
const [{ loadBook }, { machineFiles }, { siteAddress }] = await Promise.all(
  ['lib/incident/load.server.ts', 'lib/export/machine-files.ts', 'lib/export/site.ts'].map(load),
);
const files = machineFiles(
  loadBook(),
  siteAddress(process.env.FAULTBOOK_SITE, process.env.FAULTBOOK_BASE_PATH),
);
for (const { path: name, text } of files) {
  const file = path.join(OUT, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
console.log(`${files.length} files for machines in ${OUT}/`);
