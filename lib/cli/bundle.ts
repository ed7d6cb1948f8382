/** Entry of dist/faultbook.mjs; `faultbook:pack` and `faultbook:pastes` are filled in by bin/build-cli.mjs. */

import { main } from './main';
import { endWithReader } from './pipe';
import pack from 'faultbook:pack';
import pastes from 'faultbook:pastes';
import type { Paste } from '../evaluate/simulate';

endWithReader();
process.exitCode = await main(
  process.argv.slice(2),
  () => pack,
  () => JSON.parse(pastes) as Paste[],
);
