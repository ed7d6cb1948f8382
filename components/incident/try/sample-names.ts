/** "hit-seed-two-stacks.txt" → "seed two stacks". */
export function sampleTitle(name: string): string {
  return name
    .replace(/^(hit|miss)-/, '')
    .replace(/\.txt$/, '')
    .replaceAll('-', ' ');
}
