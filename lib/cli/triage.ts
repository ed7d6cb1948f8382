import { createReadStream } from 'node:fs';
import { NOTHING_READ, unreadable, unknownOption } from './texts';
import { renderText } from './render-text';
import { fillDiagnosis, type FilledDiagnosis } from '../fill';
import { EMPTY_CASE, open, type Diagnosis } from '../triage';
import type { Pack } from '../triage/pack';

/** `faultbook triage [--json] [FILE…]` */
export async function runTriage(args: readonly string[], loadPack: () => Pack): Promise<number> {
  const json = args.includes('--json');
  const option = args.find((arg) => arg.startsWith('-') && arg !== '--json' && arg !== '-');
  if (option) {
    console.error(unknownOption(option));
    return 2;
  }
  const named = args.filter((arg) => arg !== '--json');
  const files = named.length > 0 ? named : ['-'];
  const pack = loadPack();
  let exit = 0;
  for (const file of files) {
    const read = await triageFile(file, pack);
    if (typeof read === 'string') {
      console.error(read);
      exit = 2;
      continue;
    }
    const result = fillDiagnosis(read);
    const name = file === '-' ? 'standard input' : file;
    console.log(json ? JSON.stringify(toJson(file, result)) : renderText(name, result, files.length > 1));
    if (result.verdict !== 'match') exit = Math.max(exit, 1);
  }
  return exit;
}

/** The diagnosis, or the sentence that says why there is none. */
async function triageFile(file: string, pack: Pack): Promise<Diagnosis | string> {
  const stream = open(pack);
  let size = 0;
  try {
    for await (const chunk of file === '-'
      ? process.stdin
      : createReadStream(file, { highWaterMark: 1 << 20 })) {
      size += (chunk as Uint8Array).length;
      stream.push(chunk as Uint8Array);
    }
  } catch (error) {
    return unreadable(file, (error as NodeJS.ErrnoException).code ?? String(error));
  }
  const diagnosis = stream.end(EMPTY_CASE);
  return size > 0 ? diagnosis : { ...diagnosis, limits: [NOTHING_READ, ...diagnosis.limits] };
}

/** The line that `--json` prints for one file (DESIGN, section 8). */
export function toJson(file: string, diagnosis: Diagnosis | FilledDiagnosis): object {
  return { file, ...diagnosis };
}
