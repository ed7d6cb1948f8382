/** The command line from a checkout: the pack is built from `content/` on the spot. */

import { buildPack } from '../incident/build.server';
import { main } from './main';
import { openPastes } from './open-pastes';

process.exitCode = await main(process.argv.slice(2), () => buildPack(), openPastes);
