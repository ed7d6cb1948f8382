import { readBytes } from './read-bytes';
import { NOTHING_READ, unreadable, unknownOption } from './texts';
import { renderText } from './render-text';
import { fillDiagnosis, type FilledDiagnosis } from '../fill';
import { compile, EMPTY_CASE, open, type Compiled, type Diagnosis } from '../triage';
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
  const compiled = compile(loadPack());
  let exit = 0;
  for (const file of files) {
    const read = await triageFile(file, compiled);
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
async function triageFile(file: string, compiled: Compiled): Promise<Diagnosis | string> {
  const stream = open(compiled);
  const limits: string[] = [];
  let size = 0;
  try {
    const said = await readBytes(file, (bytes) => {
      size += bytes.length;
      stream.push(bytes);
    });
    limits.push(...said);
  } catch (error) {
    return unreadable(file, (error as NodeJS.ErrnoException).code ?? String(error));
  }
  if (size === 0) limits.push(NOTHING_READ);
  const diagnosis = stream.end(EMPTY_CASE);
  return {
    ...(stream.close().part.excerpt ? withoutSpans(diagnosis) : diagnosis),
    limits: [...limits, ...diagnosis.limits],
  };
}

/** Spans of a large file lead into the part of it that was read, which is not printed; lines are the file's own. */
function withoutSpans(diagnosis: Diagnosis): Diagnosis {
  const strip = <T extends { spans: unknown[] }>(evidence: T[]): T[] =>
    evidence.map((each) => ({ ...each, spans: [] }));
  return {
    ...diagnosis,
    findings: diagnosis.findings.map((finding) => ({
      ...finding,
      for: strip(finding.for),
      against: strip(finding.against),
    })),
  };
}

/** The line that `--json` prints for one file (DESIGN, section 8). */
export function toJson(file: string, diagnosis: Diagnosis | FilledDiagnosis): object {
  return { file, ...diagnosis };
}
