/** Damage of single characters: colours, controls, invisible ones, odd spaces, curly quotes, HTML entities. */

import { addEdit, noEdits, replace } from './edit';
import type { Line } from './line';
import { HUGE_LINE, type Repair } from './repair';

/** Named entities that a page escapes in code; the rest is left alone. */
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

/**
 * Finds a line that needs a look: one simple class, so that a clean log is scanned once at full speed.
 * `&` counts only in front of an entity, `\`, `#` and `^` only in front of a colour spelled out.
 */
const CLASS =
  '[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x84\\x86-\\xa0\\xad\\u061c\\u1680\\u180e\\u2000-\\u200f\\u2011\\u2013\\u2014' +
  '\\u2018-\\u201f\\u202a-\\u202f\\u205f-\\u206f\\u3000\\ufeff]';
const ENTITY = '&(?:amp;)*(?:lt|gt|quot|apos|nbsp|amp|#\\d{1,6}|#[xX][0-9a-fA-F]{1,5});';
/** `^[[31m` of cat -v, `#033[31m` of rsyslog, `\u001b[31m` of JSON. */
const SPELLED = '(?:\\^\\[|#033|\\\\x1[bB]|\\\\u001[bB]|\\\\033|\\\\e)\\[[0-9;?]*[A-Za-z]';
/** A colour that lost its ESC: `[31mERROR[0m`. `[5m]` of PromQL is not one. */
const ORPHAN = '\\[(?:[0-9]{1,3};)*[0-9]{1,3}m(?!\\])';
/** ECMA-48: CSI, OSC and DCS strings, charset selection, two-character sequences. */
const ESCAPE =
  '\\x1b(?:\\[[0-?]*[ -/]*[@-~]|[\\]PX^_][^\\x07\\x1b]{0,512}(?:\\x07|\\x1b\\\\)|[ -/]{1,2}[0-~]|[0-OQ-WYZ\\\\`-~])?' +
  '|\\x9b[0-?]*[ -/]*[@-~]';

/** One row a kind of damage: what it is called, where it is, what stands in its place. The first match wins. */
const ROWS: { id: string; of: RegExp; by(match: string, text: string, at: number): string }[] = [
  { id: 'colour', of: /[\x1b\x9b^#\\[]/, by: () => '' },
  { id: 'entities', of: /&/, by: entity },
  { id: 'curly-quotes', of: /[\u2018-\u201b]/, by: () => "'" },
  { id: 'curly-quotes', of: /[\u201c-\u201f]/, by: () => '"' },
  { id: 'spaces', of: /[\x0b\x0c\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]/, by: () => ' ' },
  { id: 'dashes', of: /\u2011/, by: () => '-' },
  { id: 'dashes', of: /[\u2013\u2014]/, by: longOption },
  { id: 'controls', of: /[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/, by: () => '' },
  { id: 'invisible', of: /[\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/, by: () => '' },
];

/** Row number + 1 for every character code that a row is about; built once, so that a look costs nothing. */
const ROW_OF = new Uint8Array(0x10000);
for (let code = 0; code < 0x10000; code++) {
  if (
    code > 0x9f &&
    code < 0x2000 &&
    code !== 0xa0 &&
    code !== 0xad &&
    code !== 0x61c &&
    code !== 0x1680 &&
    code !== 0x180e
  )
    continue;
  if (code > 0x3000 && code !== 0xfeff) continue;
  ROW_OF[code] = ROWS.findIndex((row) => row.of.test(String.fromCharCode(code))) + 1;
}

function entity(match: string): string {
  const name = match.slice(1, -1).replace(/^(?:amp;)+/, '');
  const named = ENTITIES[name];
  if (named !== undefined) return named;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  if (!(code >= 32 && code < 0x110000) || (code >= 0xd800 && code < 0xe000) || code === 127) return match;
  return code === 0xa0 ? ' ' : String.fromCodePoint(code);
}

/** `kubelet –version`: a typographer made one dash of two. Elsewhere a dash is a dash. */
function longOption(match: string, text: string, at: number): string {
  const before = text[at - 1];
  const open = before === undefined || before === ' ';
  return open && /[a-z]/.test(text[at + 1] ?? '') ? '--' : match;
}

export const characters: Repair = {
  id: 'characters',
  apply(lines, context) {
    const { original } = context;
    const more = [
      original.includes('&') ? `|${ENTITY}` : '',
      /(?:\^\[|#033|\\x1[bB]|\\u001[bB]|\\033|\\e)\[/.test(original) ? `|${SPELLED}` : '',
      original.includes('[0m') ? `|${ORPHAN}` : '',
    ].join('');
    const find = new RegExp(CLASS + more, 'g');
    const long = new RegExp(ESCAPE + more, 'y');
    let i = 0;
    for (let found = find.exec(original); found; found = find.exec(original)) {
      while (i < lines.length && lines[i]!.start + lines[i]!.text.length <= found.index) i++;
      const line = lines[i];
      if (!line) break;
      if (found.index >= line.start) {
        const end = line.start + line.text.length;
        if (line.text.length <= HUGE_LINE) for (const id of repairLine(line, long)) context.note(id);
        find.lastIndex = end;
      }
    }
    return lines;
  },
};

/** `long` matches what takes more than one character: escapes and entities. */
function repairLine(line: Line, long: RegExp): Set<string> {
  const { text } = line;
  const edits = noEdits();
  const ids = new Set<string>();
  for (let at = 0; at < text.length;) {
    const number = ROW_OF[text.charCodeAt(at)]!;
    if (number === 0) {
      at++;
      continue;
    }
    const row = ROWS[number - 1]!;
    const match = number <= LONG_ROWS ? matchAt(long, text, at) : text[at]!;
    const by = match === '' ? '' : row.by(match, text, at);
    if (match !== by) {
      addEdit(edits, at, match.length, by);
      ids.add(row.id);
    }
    at += match.length || 1;
  }
  replace(line, edits);
  return ids;
}

/** The first rows are about more than one character. */
const LONG_ROWS = 2;

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
