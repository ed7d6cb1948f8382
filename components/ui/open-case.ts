/** Whether a case is open in this tab; its text is kept in session storage, which dies with the tab. */

export const CASE_KEY = 'faultbook-case';
const CHANGED = 'faultbook-case-changed';

export function caseIsOpen(): boolean {
  try {
    return sessionStorage.getItem(CASE_KEY) !== null;
  } catch {
    return false;
  }
}

/** Returns false when the browser refused: a full store, or none. */
export function keepCase(text: string | null): boolean {
  try {
    if (text === null) sessionStorage.removeItem(CASE_KEY);
    else sessionStorage.setItem(CASE_KEY, text);
  } catch {
    return false;
  }
  dispatchEvent(new Event(CHANGED));
  return true;
}

export function keptCase(): string | null {
  try {
    return sessionStorage.getItem(CASE_KEY);
  } catch {
    return null;
  }
}

export function onCaseChange(look: () => void): () => void {
  addEventListener(CHANGED, look);
  return () => removeEventListener(CHANGED, look);
}
