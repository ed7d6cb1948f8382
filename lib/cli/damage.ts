/** `npm run damage [-- DIR… [--only=ID,…]]`: what each single damage costs, in points of top-1. */

import { robustness } from '../evaluate/robustness';
import { buildPack } from '../incident/build.server';
import { loadCorpus } from '../incident/corpus.server';

const args = process.argv.slice(2);
const only = args
  .find((arg) => arg.startsWith('--only='))
  ?.slice(7)
  .split(',');
const folders = args.filter((arg) => !arg.startsWith('--'));
const entries = (folders.length > 0 ? folders : ['content/corpus/open']).flatMap((folder) =>
  loadCorpus(folder),
);

for (const { damage, pastes, top1, cost, falseMatches, lost } of robustness(buildPack(), entries, only)) {
  const share = `${(100 * top1).toFixed(1)} %`.padStart(8);
  console.log(
    `${damage.padEnd(15)} ${pastes} pastes  first ${share}  cost ${cost.toFixed(1).padStart(5)} points  false match ${(100 * falseMatches).toFixed(1)} %${lost.length > 0 ? `  lost: ${lost.join(', ')}` : ''}`,
  );
}
