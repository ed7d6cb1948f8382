/** Damage of single characters: colours, controls, invisible ones, odd spaces, curly quotes, HTML entities. */

import { replace, type Edit } from './edit';
import type { Line } from './line';
import type { Repair } from './repair';

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

/** One row a kind of damage: what it is called and what stands in its place. */
const ROWS: { id: string; first: RegExp; by(match: string, text: string, at: number): string }[] = [
  { id: 'colour', first: /[\x1b\x9b^#\\[]/, by: () => '' },
  { id: 'entities', first: /&/, by: entity },
  { id: 'curly-quotes', first: /[\u2018-\u201b]/, by: () => "'" },
  { id: 'curly-quotes', first: /[\u201c-\u201f]/, by: () => '"' },
  { id: 'spaces', first: /[\x0b\x0c\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]/, by: () => ' ' },
  { id: 'dashes', first: /\u2011/, by: () => '-' },
  { id: 'dashes', first: /[\u2013\u2014]/, by: longOption },
  { id: 'controls', first: /[\x00-\x1f\x7f-\x9f]/, by: () => '' },
  { id: 'invisible', first: /[^]/, by: () => '' },
];

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
    const each = new RegExp(ESCAPE + more + '|' + CLASS, 'g');
    let i = 0;
    for (let found = find.exec(original); found; found = find.exec(original)) {
      while (i < lines.length && lines[i]!.start + lines[i]!.text.length <= found.index) i++;
      const line = lines[i];
      if (!line) break;
      if (found.index >= line.start) {
        const end = line.start + line.text.length;
        for (const id of repairLine(line, each)) context.note(id);
        find.lastIndex = end;
      }
    }
    return lines;
  },
};

function repairLine(line: Line, each: RegExp): Set<string> {
  const edits: Edit[] = [];
  const ids = new Set<string>();
  each.lastIndex = 0;
  for (let match = each.exec(line.text); match; match = each.exec(line.text)) {
    const row = ROWS.find((candidate) => candidate.first.test(match![0][0]!));
    const by = row?.by(match[0], line.text, match.index) ?? match[0];
    if (!row || by === match[0]) continue;
    edits.push({ at: match.index, length: match[0].length, by });
    ids.add(row.id);
  }
  replace(line, edits);
  return ids;
}
