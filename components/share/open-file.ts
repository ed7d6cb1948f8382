/** A dropped case file becomes the case; anything else that is dropped is a paste. */

import type { Profile } from '@/lib/triage/diagnosis';
import type { TriageStore } from '../triage/store';

/** How a case file is called when it is saved. */
export const FILE_ENDING = '.faultbook.json';
const MARK = /^\s*\{\s*"format"\s*:\s*"faultbook-case"/;

export function isCaseFile(name: string, text: string): boolean {
  return name.endsWith(FILE_ENDING) || MARK.test(text.slice(0, 200));
}

/** Returns the sentence that says why it cannot be opened; null when it was. */
export async function openFile(store: TriageStore, text: string): Promise<string | null> {
  const { openCaseFile } = await import('@/lib/share/open-case-file');
  const opened = openCaseFile(text);
  if (!opened.ok) return opened.problem;
  const { parts, answers, tried, profile } = opened.file.case;
  store.getState().open(
    {
      parts: parts.map(({ name, source, format }, index) => ({
        name: name ?? `Part ${index + 1}`,
        source,
        ...(format ? { format } : {}),
        limits: [FROM_FILE],
      })),
      answers,
      tried,
      // What is absent is written as undefined by zod; a profile has no such keys.
      profile: JSON.parse(JSON.stringify(profile)) as Profile,
    },
    null,
  );
  return null;
}

const FROM_FILE = 'This came from a case file: names and secrets were replaced before it was saved.';
