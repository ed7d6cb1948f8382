import type { Diagnosis } from '@/lib/triage/diagnosis';

/** What the engine made of a sample, against what it must make of it. Pure. */
export function sentenceOf({ findings, verdict }: Diagnosis, incident: string, mustHit: boolean): string {
  const at = findings.findIndex((finding) => finding.incident === incident);
  const own = findings[at];
  const first = findings[0];
  if (mustHit && own && at === 0)
    return `Found first: ${own.band}, ${own.for.length} ${own.for.length === 1 ? 'piece' : 'pieces'} of evidence for it.`;
  if (mustHit) return 'Not found first. That is a fault of the book.';
  if (own && at === 0 && verdict === 'match')
    return 'Reported, although it must not be. That is a fault of the book.';
  if (own) return `Not reported: some of its evidence is there, and too little of it.`;
  if (first && verdict !== 'none') return `Rightly not this. It is closer to: ${first.title}.`;
  return 'Rightly not this, and nothing else of the book.';
}
