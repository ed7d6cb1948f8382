/**
 * `npm run fit`: calibration error over temperature and the weight of `other`, on the reserved third of the
 * corpus. SCORING in lib/incident/pack.ts holds the choice.
 */

import { evaluate } from '../evaluate/evaluate';
import { buildPack } from '../incident/build.server';
import { loadCorpus } from '../incident/corpus.server';

const TEMPERATURES = [1, 1.25, 1.5, 2, 3];
const OTHERS = [16, 8, 6, 5, 4, 3];

const pack = buildPack();
const reserve = loadCorpus(process.argv[2] ?? 'content/corpus/reserve');
console.log(`calibration error on ${reserve.length} pastes; columns: other = ln ${OTHERS.join(', ln ')}`);
for (const temperature of TEMPERATURES) {
  const row = OTHERS.map((other) => {
    const scoring = { temperature, other: Math.log(other) };
    return evaluate({ ...pack, scoring }, reserve).calibrationError.toFixed(3);
  });
  console.log(`T = ${temperature.toFixed(2)}   ${row.join('   ')}`);
}
