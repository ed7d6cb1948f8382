/** What every recognised paste gets, matched or not: state, versions, repeats, first error, rare lines, known lines. */

import type { Digest, DigestLine, Fact } from './diagnosis';
import type { Hit } from './hit';
import type { Parsed, ParsedLine } from './parsed';
import { earliest } from './parts-time';
import { templateOf } from './template';
import type { Time } from './time';

const MAX_REPEATS = 10;
const MAX_RAREST = 5;
const MAX_STATES = 40;
const TEXT_LENGTH = 300;

/** Klog E and F headers, level=error, the usual words as whole words, and the names of exceptions. */
const ERROR =
  /^[EF]\d{4} |level=(?:error|fatal|panic)|"level":\s*"(?:error|fatal|panic)"|\b(?:ERROR|FATAL|Error|error|failed|Failed|panic|BUG|Oops|Traceback)\b|[a-z](?:Error|Exception)\b/;

/** Formats whose lines are not messages: repeats and rarity mean nothing there. */
const NOT_MESSAGES = new Set<string>([
  ...[
    'proc-stack',
    'hung-task',
    'goroutines',
    'ps',
    'top',
    'proc-cgroups',
    'memory-stat',
    'meminfo',
    'conntrack-stat',
  ],
  ...['ipvsadm', 'pprof-top', 'systemctl-units', 'kubectl-get', 'kubectl-describe', 'manifest', 'shell'],
]);

interface Template {
  count: number;
  at: number;
  first?: Time;
  last?: Time;
}

export function digestOf(parsed: Parsed, hits: readonly Hit[], states: readonly string[]): Digest {
  const templates = templatesOf(parsed);
  return {
    state: differentStates(states),
    versions: versionsOf(parsed.facts),
    repeats: repeatsOf(templates, parsed),
    firstError: firstErrorOf(parsed),
    rarest: rarestOf(templates, parsed),
    known: knownOf(hits, parsed),
    pasteNext: [],
    times: timesOf(parsed),
  };
}

/** A table that is printed again and again says one thing; what thousands of parts say nobody reads. */
function differentStates(states: readonly string[]): string[] {
  const all = [...new Set(states)];
  const rest = all.length - MAX_STATES;
  return rest > 0 ? [...all.slice(0, MAX_STATES), `And ${rest} more parts say something of their own.`] : all;
}

/** Eight characters that are not blank around; a long line needs no trimming to know. */
const hasWords = (text: string): boolean =>
  (text.charCodeAt(0) > 32 && text.charCodeAt(7) > 32) || text.trim().length >= 8;

function isMessage(line: ParsedLine): boolean {
  return !NOT_MESSAGES.has(line.format) && hasWords(line.line.text);
}

function templatesOf(parsed: Parsed): Map<string, Template> {
  const templates = new Map<string, Template>();
  parsed.lines.forEach((line, at) => {
    if (!isMessage(line)) return;
    const key = templateOf(line.line.text);
    const known = templates.get(key);
    if (!known)
      templates.set(key, { count: 1, at, ...(line.time ? { first: line.time, last: line.time } : {}) });
    else {
      known.count++;
      if (line.time) known.last = line.time;
    }
  });
  return templates;
}

function repeatsOf(templates: Map<string, Template>, parsed: Parsed): Digest['repeats'] {
  return [...templates.values()]
    .filter((template) => template.count > 1)
    .sort((a, b) => b.count - a.count || a.at - b.at)
    .slice(0, MAX_REPEATS)
    .map(({ count, at, first, last }) => ({
      ...excerptOf(parsed, at),
      count,
      ...(first ? { first: first.text } : {}),
      ...(last ? { last: last.text } : {}),
    }));
}

/** Lines whose template occurs once, in a paste where others repeat; without repeats nothing is rare. */
function rarestOf(templates: Map<string, Template>, parsed: Parsed): DigestLine[] {
  const once = [...templates.values()].filter((template) => template.count === 1);
  if (once.length === templates.size || templates.size <= MAX_RAREST) return [];
  return once.slice(0, MAX_RAREST).map(({ at }) => excerptOf(parsed, at));
}

function firstErrorOf(parsed: Parsed): DigestLine | null {
  const at = parsed.lines.findIndex((line) => isMessage(line) && ERROR.test(line.line.text.slice(0, 2000)));
  return at < 0 ? null : excerptOf(parsed, at);
}

function knownOf(hits: readonly Hit[], parsed: Parsed): Digest['known'] {
  return hits.flatMap((hit) => {
    if (hit.owner.type !== 'known') return [];
    const { id, says, kind, link } = hit.owner.line;
    return [
      {
        id,
        says,
        kind,
        ...(link ? { link } : {}),
        count: hit.count,
        ...(hit.first ? { first: hit.first.text } : {}),
        ...(hit.last ? { last: hit.last.text } : {}),
        lines: hit.places.map(({ at }) => ({
          source: parsed.lines[at]!.line.source,
          line: parsed.lines[at]!.line.from,
        })),
      },
    ];
  });
}

function timesOf({ lines, now }: Parsed): Digest['times'] {
  const first = earliest(lines);
  return now.flatMap(({ scale, ms, text }) => {
    const from = first.find((time) => time.scale === scale);
    return from ? [{ scale, from: { ms: from.ms, text: from.text }, to: { ms, text } }] : [];
  });
}

function versionsOf(facts: readonly Fact[]): Digest['versions'] {
  const seen = new Set<string>();
  return facts.flatMap((fact) => {
    if (!fact.fact.endsWith('.version')) return [];
    const component = fact.fact.slice(0, -'.version'.length);
    const key = `${component} ${String(fact.value)} ${fact.subject ?? ''}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ component, version: String(fact.value), ...(fact.subject ? { subject: fact.subject } : {}) }];
  });
}

function excerptOf(parsed: Parsed, at: number): DigestLine {
  const { line } = parsed.lines[at]!;
  const text = line.text.trim();
  return {
    source: line.source,
    line: line.from,
    text: text.length > TEXT_LENGTH ? `${text.slice(0, TEXT_LENGTH)}…` : text,
  };
}
