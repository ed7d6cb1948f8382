import type { Case } from './diagnosis';

export const EMPTY_CASE: Case = { parts: [], answers: [], tried: [], profile: {} };

/** Whether there is anything to read in the case. */
export function isPasted({ parts }: Pick<Case, 'parts'>): boolean {
  return parts.some((part) => part.source.trim() !== '');
}
