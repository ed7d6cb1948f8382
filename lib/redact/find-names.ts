/** Finds every name in a text, by shape and by place. Spans never overlap: the earlier rule wins. */

import { SHAPE_RULES } from './addresses';
import { HOST_RULES, IMAGE_RULES, isPrivateHost, isPrivateImage } from './image-rules';
import { isPublicHost, isWellKnown } from './keep';
import { RUN_OF_JOB } from './name-forms';
import { NAME_RULES } from './name-rules';
import { tableNames } from './name-tables';
import { nestedIn } from './nested';
import { DEEPEST } from './secrets';
import { isPseudonym, PSEUDONYM, type Kind } from './pseudonym';

export interface Found {
  kind: Kind;
  name: string;
  start: number;
  end: number;
}

const AROUND = 100;

/** With the places of their groups. Made once: a log of JSON lines holds a text to look through in every line. */
const placed = (patterns: readonly RegExp[]): RegExp[] =>
  patterns.map(({ source, flags }) => new RegExp(source, `${flags}d`));
const IMAGES = placed(IMAGE_RULES);
const NAMES = placed(NAME_RULES.map(({ pattern }) => pattern));
const HOSTS = placed(HOST_RULES);

/** Numbers, switches and words that a place holds when no name is there. */
const NO_NAME =
  /^(?:[\d.]+|[a-z]|REDACTED|<.*|0x[0-9a-f]+|\d+(?:ms|[smhdy]|[KMGT]i?B?)|v?\d+(?:\.\d+){1,3}(?:[-+][\w.]+)?|[A-Z][A-Za-z]*(?:Error|Ready|Backoff|BackOff))$/;

export function isName(kind: Kind, name: string): boolean {
  // A pseudonym tells its kind itself, whatever place it stands in.
  if (NO_NAME.test(name) || isWellKnown(name) || isPseudonym(name)) return false;
  if (kind === 'img') return isPrivateImage(name);
  if (kind === 'host') return isPrivateHost(name) && !name.split('.').every(isNeutral);
  return !isPublicHost(name);
}

/** A label of a host name that says nothing: svc-1.ns-1.svc is what an earlier rule left. */
const isNeutral = (label: string) =>
  isPseudonym(label) || isWellKnown(label) || /^(?:pod|cluster|local)$/.test(label);

/** In order of rules, not of place. */
export function findNames(text: string, depth = 0): Found[] {
  const here = [
    ...byPlace(text, IMAGES),
    ...byShape(text),
    ...byPlace(text, NAMES),
    ...byTable(text),
    ...byPlace(text, HOSTS),
    ...pseudonyms(text),
  ];
  return [
    // Inside, the edges of a name are plain to see; outside, %20web-1 seems to begin with a 2.
    ...(depth < DEEPEST ? insideOf(text, depth) : []),
    ...here.filter(({ start }) => !/%[0-9A-Fa-f]?$/.test(text.slice(start - 2, start))),
  ];
}

/** Names in the texts inside this one, where they stand outside. */
function insideOf(text: string, depth: number): Found[] {
  return nestedIn(text).flatMap(({ text: inner, places }) =>
    findNames(inner, depth + 1).map((found) => ({
      ...found,
      start: places[found.start]!,
      end: places[found.end]!,
    })),
  );
}

function byShape(text: string): Found[] {
  return SHAPE_RULES.flatMap(({ kind, pattern, is }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [name] = match;
      const end = match.index + name.length;
      const before = text.slice(Math.max(0, match.index - AROUND), match.index);
      return !is || is(name, before, text.slice(end, end + AROUND))
        ? [{ kind, name, start: match.index, end }]
        : [];
    }),
  );
}

function byTable(text: string): Found[] {
  return tableNames(text).flatMap((cell): Found[] => {
    const name = text.slice(cell.start, cell.end);
    // A pseudonym before the time of a run is no whole word, and counts all the same.
    const kind = isPseudonym(name) ? pseudonyms(name)[0]?.kind : cell.kind;
    return kind && (isPseudonym(name) || isName(kind, name)) ? [{ ...cell, kind, name }] : [];
  });
}

function byPlace(text: string, patterns: readonly RegExp[]): Found[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) =>
      Object.entries(match.indices?.groups ?? {}).flatMap(([kind, span]): Found[] => {
        if (!span || kind === 'indent') return [];
        const whole = text.slice(span[0], span[1]);
        const name = /^(?:app|pod)$/.test(kind) ? whole.replace(RUN_OF_JOB, '') : whole;
        const at = { name, start: span[0], end: span[0] + name.length };
        const own = name === whole ? (kind as Kind) : 'app';
        if (isName(own, name)) return [{ kind: own, ...at }];
        // A pseudonym before the time of a run is no whole word, and counts all the same.
        const known = name === whole ? undefined : pseudonyms(name)[0]?.kind;
        return known ? [{ kind: known, ...at }] : [];
      }),
    ),
  );
}

function pseudonyms(text: string): Found[] {
  return [...text.matchAll(PSEUDONYM)].map((match) => ({
    kind: match[1] as Kind,
    name: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
