/** Strings inside strings: `\"`, `\\`, `\n` in JSON, logfmt and Go's %q. Patterns see what was meant. */

import { addEdit, cut, noEdits, replace } from './edit';
import type { Line } from './line';
import { HUGE_LINE, type Repair } from './repair';

/** `{"log":"…\n","stream":"stderr","time":"…"}`: Docker's json-file driver; the record is the value of `log`. */
const JSON_FILE = /^\{"log":"/;
const JSON_FILE_END = /"(?:,"[^"\\]*":(?:"[^"\\]*"|\{[^{}]*\}))*\}\s*$/;
const UNICODE = /^u00([0-9a-f]{2})/i;
/** Errors wrapped in errors rarely nest deeper. */
const LEVELS = 4;

export const escapes: Repair = {
  id: 'escapes',
  apply(lines, context) {
    if (!context.original.includes('\\') && !context.original.includes('{"log":"')) return lines;
    for (const line of lines) {
      if (line.text.length > HUGE_LINE) continue;
      if (line.text.startsWith('{"log":"') && openJsonFile(line)) context.note('docker-json');
      if (line.text.includes('\\') && unescape(line)) context.note('escapes');
    }
    return lines;
  },
};

function openJsonFile(line: Line): boolean {
  const head = JSON_FILE.exec(line.text);
  const tail = JSON_FILE_END.exec(line.text.slice(-400));
  if (!head || !tail) return false;
  const foot = tail[0];
  const time = /"time":"([^"]*)"/.exec(foot)?.[1];
  line.envelope = { ...line.envelope, kind: 'cri', ...(time === undefined ? {} : { time }) };
  cut(line, head[0].length, line.text.length - foot.length);
  if (line.text.endsWith('\\n')) cut(line, 0, line.text.length - 2);
  undoLevel(line, 'inside');
  return true;
}

/** Undoes level after level as long as a `\"` shows that there is another one. */
function unescape(line: Line): boolean {
  const record = /^\{|[=:]"/.test(line.text);
  if (!record && !line.text.includes('\\"')) return false;
  let changed = undoLevel(line, 'quotes');
  // Deeper levels stand inside quotes that the first one has laid bare: they no longer tell inside from outside.
  const deeper = record ? 'inside' : 'marks';
  for (let level = 1; level < LEVELS && line.text.includes('\\"'); level++)
    changed = undoLevel(line, deeper) || changed;
  return changed;
}

/**
 * One level: inside quotes, or everywhere because all the text is the `inside` of a string, or everywhere but
 * only the `marks` `\"` and `\\`. `\n` and `\t` become spaces only in a string that is a value (`="`, `:"`,
 * `: "`): in a shell command they mean what they say.
 */
function undoLevel(line: Line, where: 'quotes' | 'inside' | 'marks'): boolean {
  const { text } = line;
  const edits = noEdits();
  const everywhere = where !== 'quotes';
  let open = everywhere;
  let value = where === 'inside';
  const mark = /["\\]/g;
  while (mark.test(text)) {
    const at = mark.lastIndex - 1;
    if (text[at] === '"') {
      if (everywhere) continue;
      open = !open;
      if (open) value = isValue(text, at);
      continue;
    }
    const unicode = text[at + 1] === 'u' ? UNICODE.exec(text.slice(at + 1, at + 6)) : null;
    const by = open ? meaning(text[at + 1], unicode?.[1], value) : undefined;
    const length = unicode ? 6 : 2;
    if (by !== undefined) addEdit(edits, at, length, by);
    mark.lastIndex = at + length;
  }
  replace(line, edits);
  return edits.at.length > 0;
}

function isValue(text: string, quote: number): boolean {
  const before = text[quote - 1] === ' ' ? text[quote - 2] : text[quote - 1];
  return before !== undefined && '=:{[,('.includes(before);
}

function meaning(next: string | undefined, unicode: string | undefined, value: boolean): string | undefined {
  if (next === '"' || next === '\\') return next;
  if (!value) return undefined;
  if (next === 'n' || next === 't' || next === 'r') return ' ';
  if (next === '/') return '/';
  if (unicode === undefined) return undefined;
  const code = parseInt(unicode, 16);
  return code >= 32 && code !== 127 ? String.fromCharCode(code) : undefined;
}
