/** logfmt records broken inside a quoted value: `level=info msg="` and the message on the next line. */

import type { Section } from './sections';

/** Programs escape line breaks in logfmt, so an open quote is damage if it closes soon. */
const SOON = 4;

/** Last line of the record that begins at `first`, when its quotes are open until there; else `first`. */
export function closesAt(section: Section, first: number): number {
  const head = section.texts[first]!;
  if (head.length > 4096 || !/(?:^|\s)(?:time|level|msg|error|err)="?/.test(head) || !isOpen(head, false))
    return first;
  let open = true;
  for (let i = first + 1; i <= first + SOON && i < section.texts.length; i++) {
    if (section.begins(i)) return first;
    open = isOpen(section.texts[i]!, open);
    if (!open) return i;
  }
  return first;
}

function isOpen(text: string, open: boolean): boolean {
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') open = !open;
  }
  return open;
}
