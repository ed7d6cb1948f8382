/** The prose of an incident: headings, drawn ids, forbidden words. */

import type { Book, IncidentEntry } from '../load.server';
import type { Problem } from '../problem';
import { HEADINGS } from '../schema';

const FORBIDDEN: { pattern: RegExp; what: string; cure: string; prose?: true }[] = [
  {
    pattern: /\b(TODO|FIXME|TBD|XXX|lorem ipsum)\b/i,
    what: 'unfinished text',
    cure: 'write it, or leave it out',
  },
  {
    pattern: /\bcheck (the|your) logs?\b/i,
    what: '“check the logs” is not a step',
    cure: 'name the command, the line to look for, and what yes and no look like',
  },
  {
    pattern: /<(pod|node|namespace|container|pid|image|name|your-[a-z-]+)>/,
    what: 'a placeholder to replace by hand',
    cure: 'write {{pod}}, {{node}}, …; they are filled from the paste',
  },
  {
    pattern: /[A-Za-z)]!(\s|$)/,
    what: 'an exclamation mark',
    cure: 'end the sentence with a full stop',
    prose: true,
  },
];

const DRAWN = [
  { component: 'Signature', ids: (entry: IncidentEntry) => entry.front.signatures.map(({ id }) => id) },
  { component: 'Check', ids: (entry: IncidentEntry) => Object.keys(entry.front.checks) },
  { component: 'Fix', ids: (entry: IncidentEntry) => entry.front.fixes.map(({ id }) => id) },
] as const;

export function lintBodies(book: Book): Problem[] {
  return book.incidents.flatMap((entry) => [
    ...headings(entry),
    ...drawn(entry),
    ...files(entry),
    ...words(entry),
  ]);
}

function headings(entry: IncidentEntry): Problem[] {
  const found = linesOf(entry).filter(({ text }) => /^#{1,2} /.test(text));
  const wanted = HEADINGS.map((heading) => `## ${heading}`);
  const problems: Problem[] = [];
  wanted.forEach((heading, index) => {
    if (found[index]?.text.trim() === heading) return;
    problems.push({
      file: entry.file,
      line: found[index]?.line ?? entry.bodyLine,
      what: found[index]
        ? `heading “${found[index].text.trim()}” where “${heading}” belongs`
        : `heading “${heading}” is missing`,
      cure: `the headings are, in this order: ${HEADINGS.join(', ')}`,
    });
  });
  for (const extra of found.slice(wanted.length)) {
    problems.push({
      file: entry.file,
      line: extra.line,
      what: `one heading too many: “${extra.text.trim()}”`,
      cure: 'use ### inside a section',
    });
  }
  return problems.slice(0, 3);
}

interface BodyLine {
  text: string;
  line: number;
  fenced: boolean;
}

/** Body lines with their line in the file, without those that open and close a code block. */
function allLinesOf(entry: IncidentEntry): BodyLine[] {
  let fenced = false;
  return entry.body.split('\n').flatMap((text, index) => {
    if (/^\s*(```|~~~)/.test(text)) {
      fenced = !fenced;
      return [];
    }
    return [{ text, line: entry.bodyLine + index, fenced }];
  });
}

function linesOf(entry: IncidentEntry): BodyLine[] {
  return allLinesOf(entry).filter(({ fenced }) => !fenced);
}

function drawn(entry: IncidentEntry): Problem[] {
  return DRAWN.flatMap(({ component, ids }) => {
    const uses = usesOf(entry, component, 'id');
    const known = ids(entry);
    const dead = uses.filter(({ id }) => !known.includes(id));
    const twice = uses.filter(({ id }, index) => uses.findIndex((other) => other.id === id) < index);
    const missing = known.filter((id) => !uses.some((use) => use.id === id));
    return [
      ...dead.map(({ id, line }) => ({
        file: entry.file,
        line,
        what: `<${component} id="${id}"/> names nothing in the front matter`,
        cure: `known: ${known.join(', ')}`,
      })),
      ...twice.map(({ id, line }) => ({
        file: entry.file,
        line,
        what: `<${component} id="${id}"/> is drawn twice`,
        cure: 'an anchor stands once on a page; link to it instead',
      })),
      ...missing.map((id) => ({
        file: entry.file,
        line: entry.bodyLine,
        what: `${component.toLowerCase()} ${id} is drawn nowhere`,
        cure: `add <${component} id="${id}"/> where it belongs`,
      })),
    ];
  });
}

function files(entry: IncidentEntry): Problem[] {
  const uses = usesOf(entry, 'File', 'name');
  const dead = uses.filter(({ id }) => entry.files[id] === undefined);
  const unused = Object.keys(entry.files).filter(
    (name) => !name.endsWith('.test.ts') && !uses.some(({ id }) => id === name),
  );
  return [
    ...dead.map(({ id, line }) => ({
      file: entry.file,
      line,
      what: `<File name="${id}"/>: no such file in the folder`,
      cure: 'add the file or mend the name',
    })),
    ...unused.map((name) => ({
      file: entry.file,
      line: 1,
      what: `${name} is shown nowhere`,
      cure: 'draw it with <File name="…"/>; samples are called hit-*.txt and miss-*.txt',
    })),
  ];
}

function usesOf(entry: IncidentEntry, component: string, attribute: string): { id: string; line: number }[] {
  const pattern = new RegExp(`<${component}\\s[^>]*?${attribute}="([^"]*)"`, 'g');
  return linesOf(entry).flatMap(({ text, line }) =>
    [...text.matchAll(pattern)].map((found) => ({ id: found[1]!, line })),
  );
}

/** What programs print stands in the book verbatim, whatever it says. */
const VERBATIM = new Set(['example', 'line', 'near', 'unless', 'pattern', 'sources', 'expect']);

/** Every sentence and command of the front matter, with its line in the file. */
function frontLines(entry: IncidentEntry): BodyLine[] {
  const walk = (value: unknown, path: PropertyKey[]): BodyLine[] => {
    if (typeof value === 'string') return [{ text: value, line: entry.lineOf(path), fenced: true }];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) =>
      VERBATIM.has(key) ? [] : walk(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    );
  };
  return walk(entry.front, []);
}

function words(entry: IncidentEntry): Problem[] {
  return [...frontLines(entry), ...allLinesOf(entry)].flatMap(({ text, line, fenced }) =>
    FORBIDDEN.filter(({ pattern, prose }) => pattern.test(text) && !(prose && fenced)).map(
      ({ what, cure }) => ({
        file: entry.file,
        line,
        what,
        cure,
      }),
    ),
  );
}
