/** The command line from a checkout: the pack is built from the checkout's `content/` on the spot, wherever it is called. */

import { fileURLToPath } from 'node:url';
import { buildPack } from '../incident/build.server';
import { contentRoots, loadBook } from '../incident/load.server';
import { main } from './main';
import { openPastes } from './open-pastes';
import { endWithReader } from './pipe';

const HOME = fileURLToPath(new URL('../..', import.meta.url));

endWithReader();
process.exitCode = await main(
  process.argv.slice(2),
  () => buildPack(loadBook(contentRoots(HOME)), HOME),
  openPastes,
);
