/** The keys of the triage page. One table for what they do and for the sheet that lists them. Pure. */

export type KeyAction =
  | { type: 'move'; by: 1 | -1 }
  | { type: 'outcome'; index: number }
  | { type: 'copy' }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'sheet' };

interface Row {
  /** As `KeyboardEvent.key` gives it. */
  key: string;
  action: KeyAction;
}

const ROWS: readonly Row[] = [
  { key: 'j', action: { type: 'move', by: 1 } },
  { key: 'k', action: { type: 'move', by: -1 } },
  { key: 'c', action: { type: 'copy' } },
  { key: 'u', action: { type: 'undo' } },
  { key: 'U', action: { type: 'redo' } },
  { key: '?', action: { type: 'sheet' } },
  ...Array.from({ length: 9 }, (_, index): Row => ({
    key: String(index + 1),
    action: { type: 'outcome', index },
  })),
];

/** What the sheet says, in the order of a case. */
export const SHEET: readonly { keys: string; does: string }[] = [
  { keys: 'Ctrl Enter', does: 'Diagnose what was typed into the box' },
  { keys: 'c', does: 'Copy the first command' },
  { keys: 'j k', does: 'Next finding, and the one before' },
  { keys: '1 … 9', does: 'Answer the question with that outcome' },
  { keys: 'u U', does: 'Undo, redo' },
  { keys: '/', does: 'Search the incidents' },
  { keys: '?', does: 'This list' },
  { keys: 'Esc', does: 'Close what is open' },
];

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>;

/** What a key means here; null while one types, and where a menu or a dialog has keys of its own. */
export function actionOf({ key, ctrlKey, metaKey, altKey, target }: Pressed): KeyAction | null {
  if (ctrlKey || metaKey || altKey || inUse(target, key)) return null;
  return ROWS.find((row) => row.key === key)?.action ?? null;
}

const FIELDS = 'input, textarea, select, [contenteditable]';
const OWN_KEYS = '[role=menu], [role=dialog], [role=tablist]';

function inUse(target: EventTarget | null, key: string): boolean {
  const at = target as Partial<HTMLTextAreaElement> | null;
  if (typeof at?.closest !== 'function') return false;
  const field = at.closest(FIELDS) as HTMLTextAreaElement | null;
  // An empty paste box waits for a paste: nobody begins to type a log with a question mark.
  if (field?.dataset?.pasteBox !== undefined && field.value === '' && key === '?') return false;
  return field !== null || at.closest(OWN_KEYS) !== null;
}
