/** Pieces of Markdown in which foreign text cannot break out. */

/** One cell of a table. */
export const cell = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\|]/g, '\\$&')
    .trim() || '–';

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** A code block whose fence is longer than any row of backticks in it. */
export function fenced(text: string, language = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([row]) => row.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n+$/, '')}\n${fence}`;
}

/** Text between two pieces of prose: no headings, links or HTML of its own. */
export const plain = (text: string): string => text.replace(/[\\`*_[\]<>#]/g, '\\$&');

/** Blocks apart by one empty line; empty ones left out. */
export const blocks = (...parts: readonly string[]): string =>
  `${parts.filter((part) => part !== '').join('\n\n')}\n`;
