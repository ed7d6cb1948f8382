/** Entry of dist/faultbook.mjs; `faultbook:pack` is filled in by bin/build-cli.mjs. */

import { main } from './main';
import pack from 'faultbook:pack';

process.exitCode = await main(process.argv.slice(2), () => pack);
