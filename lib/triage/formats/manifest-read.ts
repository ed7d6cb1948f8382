/** Cuts a manifest part into documents and parses them; what cannot be parsed is left to line-reading. */

import { smallest } from '../extremes';
import { parseDocument } from 'yaml';
import { LINE_WINDOW } from './columns';
import type { PartView } from './format';
import type { Line } from '../read/line';

/** The YAML parser is slow and recursive: more text than this is read by lines. */
const MAX_PARSED = 128 * 1024;
/** A manifest uses few aliases; a bomb needs many. */
const MAX_ALIASES = 50;
/** Brackets nested deeper than this are not parsed: the parser's stack would pay for it. */
const MAX_FLOW_DEPTH = 100;

export interface ManifestDocument {
  lines: Line[];
  /** The parsed objects, a List already taken apart; undefined when it could not be parsed. */
  objects?: ManifestObject[];
  /** Set when it was not parsed because the paste holds more than is parsed. */
  long?: boolean;
}

export interface ManifestObject {
  kind: string;
  name?: string;
  data: unknown;
  /** The line on which the value at this path stands; the first line of the document when it is unknown. */
  lineOf(path: (string | number)[]): Line;
}

/** The documents of a part, in order. Never throws. */
export function manifestDocuments(part: PartView): ManifestDocument[] {
  const documents: ManifestDocument[] = [];
  let budget = MAX_PARSED;
  for (const lines of cut(part)) {
    const size = lines.reduce((sum, line) => sum + line.text.length + 1, 0);
    const parsable = size <= budget && lines.every((line) => line.text.length <= LINE_WINDOW);
    if (parsable) budget -= size;
    documents.push({
      lines,
      objects: parsable ? parse(lines) : undefined,
      ...(size > budget && !parsable ? { long: true } : {}),
    });
  }
  return documents;
}

/** At `---`, and where a top-level key comes a second time because somebody lost the dashes. */
function cut(part: PartView): Line[][] {
  const documents: Line[][] = [];
  let current: Line[] = [];
  let seen = new Set<string>();
  const flush = () => {
    if (current.some((line) => line.text.trim() !== '')) documents.push(current);
    current = [];
    seen = new Set();
  };
  for (const { line } of part.lines) {
    const key = /^(apiVersion|kind):/.exec(line.text.slice(0, 20))?.[1];
    const foreign =
      key === 'apiVersion' &&
      seen.size === 0 &&
      current.some(({ text }) => /^\s*[\w-]+:/.test(text.slice(0, 80)));
    if (/^\s*---\s*$/.test(line.text.slice(0, 40)) || (key && (seen.has(key) || foreign))) flush();
    if (key) seen.add(key);
    if (!/^\s*---\s*$/.test(line.text.slice(0, 40))) current.push(line);
  }
  flush();
  return documents;
}

function parse(lines: Line[]): ManifestObject[] | undefined {
  const filled = lines.filter((line) => line.text.trim() !== '');
  const indent = smallest(filled.map((line) => line.text.search(/\S/)));
  const bare = lines.map((line) => line.text.slice(indent).replace(/\t/g, '  ')).join('\n');
  // The bracket in front of a JSON object stands alone in its line, where nothing says yet what it is.
  const text = /^\s*"[\w.]+": /.test(bare) && /\}\s*$/.test(bare) ? `{${bare}` : bare;
  if (flowDepth(text) > MAX_FLOW_DEPTH) return undefined;
  try {
    const document = parseDocument(text, { strict: false, uniqueKeys: false, logLevel: 'silent' });
    if (document.errors.length > 0) return undefined;
    const data: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    const lineOf = (prefix: (string | number)[]) => (path: (string | number)[]) => {
      const node = document.getIn([...prefix, ...path], true) as
        { range?: [number, number, number] } | undefined;
      return lineAt(lines, text, node?.range?.[0]);
    };
    const objects = listItems(data).map(({ item, path }) => objectOf(item, lineOf(path)));
    const known = objects.filter((object) => object !== undefined);
    return known.length > 0 ? known : undefined;
  } catch {
    // Aliases beyond the limit, or nesting beyond the stack: the lines are still there.
    return undefined;
  }
}

function listItems(data: unknown): { item: unknown; path: (string | number)[] }[] {
  const items = at(data, ['items']);
  if (!Array.isArray(items)) return [{ item: data, path: [] }];
  return items.map((item: unknown, index) => ({ item, path: ['items', index] }));
}

function objectOf(data: unknown, lineOf: ManifestObject['lineOf']): ManifestObject | undefined {
  const kind = at(data, ['kind']);
  if (typeof kind !== 'string') return undefined;
  const name = at(data, ['metadata', 'name']);
  return { kind, name: typeof name === 'string' ? name : undefined, data, lineOf };
}

/** The value at a path of plain data; undefined when there is none. */
export function at(data: unknown, path: readonly (string | number)[]): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

function flowDepth(text: string): number {
  let depth = 0;
  let most = 0;
  for (const char of text) {
    if (char === '[' || char === '{') most = Math.max(most, ++depth);
    else if (char === ']' || char === '}') depth--;
  }
  return most;
}

function lineAt(lines: Line[], text: string, offset: number | undefined): Line {
  const first = lines[0] as Line;
  if (offset === undefined) return first;
  let index = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) index++;
  return lines[index] ?? first;
}
