/** Ctrl+K and ⌘K work everywhere; `/` belongs to the field in which one types, except to an empty paste box. */
export function isSearchKey(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (key.toLowerCase() === 'k') return (ctrlKey || metaKey) && !altKey && !shiftKey;
  if (key !== '/' || ctrlKey || metaKey || altKey) return false;
  const target = event.target instanceof Element ? event.target : null;
  const field = target?.closest('input, textarea, select, [contenteditable]');
  if (!field) return true;
  return field instanceof HTMLTextAreaElement && field.dataset.pasteBox !== undefined && field.value === '';
}
