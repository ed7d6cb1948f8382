import { unknownOption } from './texts';
import { evaluate } from '../evaluate/evaluate';
import { renderFigures } from '../evaluate/render';
import { loadCorpus } from '../incident/corpus.server';
import type { Pack } from '../triage/pack';

/** `faultbook eval [--json] DIR` */
export function runEval(args: readonly string[], loadPack: () => Pack): number {
  const option = args.find((arg) => arg.startsWith('-') && arg !== '--json');
  const [folder, ...more] = args.filter((arg) => !arg.startsWith('-'));
  if (option || !folder || more.length > 0) {
    console.error(unknownOption(option ?? 'eval takes one folder'));
    return 2;
  }
  try {
    const result = evaluate(loadPack(), loadCorpus(folder));
    console.log(args.includes('--json') ? JSON.stringify(result) : renderFigures(result));
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  }
}
