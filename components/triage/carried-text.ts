/** Ends of what stands in lines of its own. */
const ENDS_LINE = /<br\s*\/?>|<\/(?:p|div|tr|li|pre|h[1-6])>/gi;

/**
 * The text that the clipboard or a drag carries. Some programs give markup alone: its text is read out of a document
 * that is never shown, in which nothing runs and nothing is loaded.
 */
export function textOf(carried: DataTransfer): string {
  const plain = carried.getData('text/plain');
  if (plain !== '') return plain;
  const html = carried.getData('text/html');
  if (html === '') return '';
  const { body } = new DOMParser().parseFromString(html.replace(ENDS_LINE, '$&\n'), 'text/html');
  body.querySelectorAll('style, script').forEach((each) => each.remove());
  return body.textContent ?? '';
}
