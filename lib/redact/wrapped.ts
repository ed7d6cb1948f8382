/** Whether a text was cut at a column, by a terminal or a mail program: then the width of its lines carries meaning. */

const WIDEST = 220;
/** A share of lines this large goes on where the line before was cut. */
const SHARE = 0.15;

export function isWrapped(text: string): boolean {
  const lines = text
    .slice(0, 200_000)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const widest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  if (lines.length < 4 || widest > WIDEST) return false;
  const long = lines.filter((line) => line.length > widest * 0.75).length;
  // A continuation begins in the middle of a sentence and has no columns.
  const goesOn = lines
    .slice(1)
    .filter((line) => /^[a-z,;)"(]/.test(line) && !/ {2}|\t|:$/.test(line.trimEnd())).length;
  return long >= 2 && goesOn >= Math.max(1, lines.length * SHARE);
}
