/** The samples of the book against the whole pack: hits first, misses and healthy logs not at all. */

import type { Book, IncidentEntry } from '../load.server';
import type { Problem } from '../problem';
import { compile, type Compiled } from '../../triage/compile';
import { EMPTY_CASE } from '../../triage/case';
import { diagnose } from '../../triage/diagnose';
import type { Diagnosis } from '../../triage/diagnosis';
import type { Pack } from '../../triage/pack';

const MIN_HITS = 3;
const MIN_MISSES = 2;

/** `only` limits the work to some incidents; the pack is always the whole one. */
export function lintSamples(book: Book, pack: Pack, only?: ReadonlySet<string>): Problem[] {
  const compiled = compile(pack);
  const chosen = book.incidents.filter((entry) => !only || only.has(entry.id));
  const problems = chosen.flatMap((entry) => [...enough(entry), ...lintEntry(entry, compiled)]);
  if (only) return problems;
  return [...problems, ...lintHealthy(book, compiled)];
}

function enough(entry: IncidentEntry): Problem[] {
  const count = (kind: 'hit' | 'miss') => entry.samples.filter((sample) => sample.kind === kind).length;
  if (count('hit') >= MIN_HITS && count('miss') >= MIN_MISSES) return [];
  return [
    {
      file: entry.file,
      line: 1,
      what: `${count('hit')} hits and ${count('miss')} misses`,
      cure: `add samples: at least ${MIN_HITS} hit-*.txt and ${MIN_MISSES} miss-*.txt`,
    },
  ];
}

function lintEntry(entry: IncidentEntry, compiled: Compiled): Problem[] {
  const problems: Problem[] = [];
  const fired = new Set<string>();
  for (const sample of entry.samples) {
    const file = entry.file.replace('index.mdx', sample.name);
    const diagnosis = diagnose(compiled, { ...EMPTY_CASE, parts: [{ source: sample.text }] });
    const own = diagnosis.findings.find((finding) => finding.incident === entry.id && !finding.causeOf);
    if (sample.kind === 'miss') {
      if (own && reports(own.band, diagnosis, entry.id)) {
        problems.push({
          file,
          line: own.for[0]?.line ?? 1,
          what: `the miss reports ${entry.id} (${summary(diagnosis)})`,
          cure: 'sharpen the signature, or add evidence against',
        });
      }
      continue;
    }
    for (const evidence of own ? [...own.for, ...own.against] : []) fired.add(evidence.signature);
    if (diagnosis.findings[0]?.incident !== entry.id) {
      problems.push({
        file,
        line: 1,
        what: `the hit ranks ${summary(diagnosis)}`,
        cure: `${entry.id} must be first; look with: bin/faultbook triage ${file}`,
      });
    }
  }
  for (const [index, { id, weight }] of entry.front.signatures.entries()) {
    if (!fired.has(id) && weight !== 'against') {
      problems.push({
        file: entry.file,
        line: entry.lineOf(['signatures', index, 'id']),
        what: `no hit fires signature ${id}`,
        cure: 'add a sample that shows it, or remove the signature',
      });
    }
  }
  return problems;
}

/** A miss may leave a trace of the incident, but neither first nor above “possible”. */
function reports(band: string, diagnosis: Diagnosis, id: string): boolean {
  return band !== 'possible' || (diagnosis.findings[0]?.incident === id && diagnosis.verdict !== 'none');
}

function lintHealthy(book: Book, compiled: Compiled): Problem[] {
  return book.healthy.flatMap(({ name, text }) => {
    const diagnosis = diagnose(compiled, { ...EMPTY_CASE, parts: [{ source: text }] });
    if (diagnosis.verdict === 'none') return [];
    return [
      {
        file: `content/healthy/${name}`,
        line: diagnosis.findings[0]?.for[0]?.line ?? 1,
        what: `a healthy log reports ${summary(diagnosis)}`,
        cure: 'sharpen the signature that fired',
      },
    ];
  });
}

function summary({ verdict, findings }: Diagnosis): string {
  const first = findings
    .slice(0, 2)
    .map(
      (finding) =>
        `${finding.incident} ${finding.band} by ${finding.for.map(({ signature }) => signature).join('+')}`,
    );
  return `${verdict}: ${first.join(', then ') || 'nothing'}`;
}
