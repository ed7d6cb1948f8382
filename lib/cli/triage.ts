import { createReadStream } from 'node:fs';
import { unreadable, unknownOption } from './texts';
import { renderText } from './render-text';
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
    const result = await triageFile(file, pack);
    if (typeof result === 'string') {
      console.error(result);
      exit = 2;
      continue;
    }
    const name = file === '-' ? 'standard input' : file;
    console.log(json ? JSON.stringify(toJson(file, result)) : renderText(name, result, files.length > 1));
    if (result.verdict !== 'match') exit = Math.max(exit, 1);
  }
  return exit;
}

/** The diagnosis, or the sentence that says why there is none. */
async function triageFile(file: string, pack: Pack): Promise<Diagnosis | string> {
  const stream = open(pack);
  try {
    for await (const chunk of file === '-'
      ? process.stdin
      : createReadStream(file, { highWaterMark: 1 << 20 })) {
      stream.push(chunk as Uint8Array);
    }
  } catch (error) {
    return unreadable(file, (error as NodeJS.ErrnoException).code ?? String(error));
  }
  return stream.end(EMPTY_CASE);
}

/** The line that `--json` prints for one file (DESIGN, section 8). */
export function toJson(file: string, diagnosis: Diagnosis): object {
  return { file, ...diagnosis };
}
