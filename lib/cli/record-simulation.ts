/** `npm run simulate`: the wizard against the oracle, beside what is recorded; `-- --write` records it anew. */

import { writeFileSync } from 'node:fs';
import {
  fallen,
  recordedOf,
  recordedSimulation,
  simulated,
  SIMULATION_FILE,
} from '../evaluate/simulation.server';
import { buildPack } from '../incident/build.server';
import { openPastes } from './open-pastes';

const settings = simulated(buildPack(), openPastes());
for (const setting of settings) console.log(JSON.stringify(setting));
const now = recordedOf(settings);
if (process.argv.includes('--write')) writeFileSync(SIMULATION_FILE, `${JSON.stringify(now, null, 2)}\n`);
const faults = fallen(recordedSimulation(), now);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
