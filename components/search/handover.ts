/** Text that was pasted into the wrong box goes to the triage page: through this browser's memory, never the address. */

import { href } from '../ui/link';

const KEY = 'faultbook-handover';
const EVENT = 'faultbook-handover';
/** Session storage ends near 5 MB, and UTF-16 counts twice. */
const MOST = 1_000_000;

/** A triage page that is open takes the text at once; else the browser goes there. */
export function handOver(text: string): void {
  if (!dispatchEvent(new CustomEvent(EVENT, { detail: text, cancelable: true }))) return;
  try {
    sessionStorage.setItem(KEY, text.length > MOST ? cut(text) : text);
  } catch {
    // The page opens empty, and the text is still on the clipboard.
  }
  location.assign(href('/'));
}

/** To the last whole line, and a last line that says so: what is shown below is read above. */
function cut(text: string): string {
  const kept = text.slice(0, text.lastIndexOf('\n', MOST) + 1 || MOST);
  return `${kept}[Faultbook: the search box hands over the first ${MOST.toLocaleString('en')} characters. Paste the rest here.]\n`;
}

/** What was left for this page, once. */
export function takeHandover(): string | null {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return text;
  } catch {
    return null;
  }
}

/** Calls back with text from the search box of this very page. Returns the way to stop. */
export function onHandover(take: (text: string) => void): () => void {
  const listen = (event: Event) => {
    event.preventDefault();
    take(String((event as CustomEvent).detail));
  };
  addEventListener(EVENT, listen);
  return () => removeEventListener(EVENT, listen);
}
