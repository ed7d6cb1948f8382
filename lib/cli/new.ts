/** `npm run new SLUG`: the skeleton of an incident. */

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contentRoots } from '../incident/load.server';
import { SLUG } from '../incident/schema';
import { skeleton } from '../incident/skeleton';

function main([slug, ...more]: string[]): number {
  if (!slug || more.length > 0 || !SLUG.test(slug)) {
    console.error(
      'Usage: npm run new SLUG, where SLUG is lower-case words joined by hyphens; it is the id for ever.',
    );
    return 2;
  }
  const folder = path.join(contentRoots()[0]!, 'incidents', slug);
  if (existsSync(folder)) {
    console.error(`${folder} is there already. Choose another id, or edit that one.`);
    return 2;
  }
  mkdirSync(folder, { recursive: true });
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(path.join(folder, 'index.mdx'), skeleton({ date }));
  console.log(
    `${folder}/index.mdx\nAdd hit-*.txt (3 or more) and miss-*.txt (2 or more), then: npm run check -- ${slug}`,
  );
  return 0;
}

process.exitCode = main(process.argv.slice(2));
