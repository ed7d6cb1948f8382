/** `npm run quality`: the figures on every corpus; `-- --write` records them when none has fallen. */

import { writeFileSync } from 'node:fs';
import { renderFigures } from '../evaluate/render';
import { evaluateAll, fallen, QUALITY_FILE, recordedOf, recordedQuality } from '../evaluate/quality.server';
import { buildPack } from '../incident/build.server';

const force = process.argv.includes('--force');
const evaluations = evaluateAll(buildPack());
for (const [name, evaluation] of Object.entries(evaluations))
  console.log(`━━ ${name}\n${renderFigures(evaluation)}\n`);

const now = Object.fromEntries(
  Object.entries(evaluations).map(([name, evaluation]) => [name, recordedOf(evaluation)]),
);
const worse = fallen(now, recordedQuality());
for (const sentence of worse) console.error(`fell: ${sentence}`);
if (process.argv.includes('--write') && (worse.length === 0 || force))
  writeFileSync(QUALITY_FILE, `${JSON.stringify(now, null, 1)}\n`);
process.exitCode = worse.length === 0 || force ? 0 : 1;
