/** Problems of a paste that have nothing to do with the first one: a component of evidence of their own. Pure. */

import type { Finding } from '@/lib/triage/diagnosis';

/** Marks their list, so that the verdict can lead there. */
export const SEPARATE = 'data-separate';

export const isSeparate = (finding: Finding, first: Finding | undefined): boolean =>
  finding.component !== first?.component;

/** How many there are that one would act on: the best of each component, where it is more than possible. */
export function separateProblems(findings: readonly Finding[]): number {
  const [first] = findings;
  const sure = findings.filter((each) => isSeparate(each, first) && each.band !== 'possible');
  return new Set(sure.map(({ component }) => component)).size;
}
