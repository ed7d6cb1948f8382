/** Rows of event tables, old and new, told apart by what stands in them: headers and alignment are often lost. */

import { clip } from './columns';
import { AGE, DURATION, parseAge } from './duration';
import type { Age } from './duration';
import type { Line } from '../read/line';

export interface EventRow {
  type: 'Normal' | 'Warning';
  reason: string;
  age: Age;
  /** As printed. */
  ageText: string;
  /** Component, and the node it runs on: `kubelet, ip-10-1-2-3`. */
  from?: string;
  node?: string;
  /** `pod/web-1`, kind in lower case; a describe table does not say. */
  kind?: string;
  object?: string;
  namespace?: string;
  container?: string;
  message: string;
}

export interface PlacedEvent extends EventRow {
  line: Line;
  /** Position in the part, to order rows whose ages are unknown or equal. */
  at: number;
  /** Which table of the part; a describe table does not name its object, so rows of two never mix. */
  table: number;
}

const IMAGE = /\bimage (?:"([^"]+)"|([^\s"]+?)[.:]?(?:\s|$))/;

export function imageOf(row: EventRow): string | undefined {
  const image = IMAGE.exec(row.message);
  return image?.[1] ?? image?.[2];
}

const HEADERS = [
  // Type    Reason     Age   From               Message
  /^\s*Type\s+Reason\s+Age\s+From\s+(?:Message)?/,
  // FirstSeen	LastSeen	Count	From	SubObjectPath	Type	Reason	Message
  /^\s*FirstSeen\s+LastSeen\s+Count\s+From\s/,
  // LAST SEEN   TYPE      REASON             OBJECT            MESSAGE
  /^\s*(?:NAMESPACE\s+)?LAST SEEN\s+TYPE\s+REASON\s/,
  // LASTSEEN   FIRSTSEEN   COUNT     NAME      KIND      SUBOBJECT   TYPE      REASON    SOURCE    MESSAGE
  /^\s*(?:NAMESPACE\s+)?(?:LASTSEEN\s+FIRSTSEEN|FIRSTSEEN\s+LASTSEEN|LAST SEEN\s+FIRST SEEN)\s+COUNT\s/,
];

const TYPE = '(?<type>Normal|Warning)';
const NAMESPACE = String.raw`(?:(?<namespace>[a-z0-9][a-z0-9-]*)\s+)?`;
const SUBOBJECT = String.raw`(?:(?<sub>spec\.[^\s{]+\{[^}\s]*\})\s+)?`;

/** Order matters: a row without a header fits the first shape that has all of its cells. */
const SHAPES: RegExp[] = [
  // Normal  Pulling    8m    kubelet, ip-10-241-44-128  pulling image "registry.example.com/openvpn:master"
  new RegExp(String.raw`^\s*${TYPE}\s+(?<reason>\S+)\s+(?<age>${AGE})(?:\s+(?<rest>.*))?$`),
  // The kubectl of 1.13 prints KIND without the name.
  // 3m47s       Warning   FailedNeedsStart   cronjob/hello   Cannot determine if job needs to be started
  new RegExp(
    String.raw`^\s*${NAMESPACE}(?<age>${AGE})\s+${TYPE}\s+(?<reason>\S+)\s+(?:(?<kind>[A-Za-z][A-Za-z.]*)/(?<object>\S+)|(?:Pod|Node|Job|CronJob|Deployment|ReplicaSet|StatefulSet|DaemonSet)(?=\s))\s+${SUBOBJECT}(?<rest>.*)$`,
  ),
  // 2m  7m  6  web-1.14f2ab7c1d2e3f40  Pod  spec.containers{app}  Warning  BackOff  kubelet, node-1  Back-off …
  new RegExp(
    String.raw`^\s*${NAMESPACE}(?<age>${DURATION})\s+(?<first>${DURATION})\s+(?<count>\d+)\s+(?<object>[^\s{},]+)\s+(?<kind>(?!Normal|Warning)[A-Z][A-Za-z]+)\s+${SUBOBJECT}${TYPE}\s+(?<reason>\S+)\s+(?<rest>.*)$`,
  ),
  // 1m  1m  1  {kubelet node-1}  spec.containers{nginx}  Normal  Pulling  pulling image "nginx"
  new RegExp(
    String.raw`^\s*(?<first>${DURATION})\s+(?<age>${DURATION})\s+(?<count>\d+)\s+(?<source>\{[^}]*\}|[a-z][\w.-]*(?:, \S+)?)\s+${SUBOBJECT}${TYPE}\s+(?<reason>\S+)\s+(?<rest>.*)$`,
  ),
];

/** What `-o wide` adds behind the message: first seen, count, name of the event. */
const WIDE_TAIL = new RegExp(String.raw`(?<!\s)\s+${DURATION}\s+\d+\s+\S+\.[0-9a-f]{14,16}$`);

const COMPONENT = String.raw`kubelet|kube-proxy|default-scheduler|[a-z]+(?:-[a-z]+)*-(?:controller|scheduler|manager|autoscaler|provisioner)|node-problem-detector|kernel-monitor`;
const KNOWN_FROM = new RegExp(String.raw`^(${COMPONENT})\s+(.*)$`);

/** Whether the line is the header of an event table, of any age of kubectl. */
export function isEventHeader(text: string): boolean {
  const row = clip(text);
  if (!/^\s*(?:Type|First|FIRST|LAST|NAMESPACE)/.test(row)) return false;
  return HEADERS.some((header) => header.test(row));
}

/** One row; undefined when the line is none. */
export function parseEventRow(text: string): EventRow | undefined {
  const row = clip(text).trimEnd();
  if (!row.includes('Normal') && !row.includes('Warning')) return undefined;
  for (const shape of SHAPES) {
    const groups = shape.exec(row)?.groups;
    if (groups) return fromGroups(groups);
  }
  return undefined;
}

function fromGroups(groups: Record<string, string | undefined>): EventRow | undefined {
  const ageText = groups.age ?? '';
  const age = parseAge(ageText);
  if (!age) return undefined;
  const rest = (groups.rest ?? '').replace(WIDE_TAIL, '');
  const source =
    groups.source === undefined ? splitSource(rest) : { ...splitSource(groups.source), message: rest };
  return {
    type: groups.type === 'Warning' ? 'Warning' : 'Normal',
    reason: groups.reason ?? '',
    age: {
      last: age.last,
      first: groups.first === undefined ? age.first : parseAge(groups.first)?.last,
      count: groups.count === undefined ? age.count : Number(groups.count),
    },
    ageText,
    from: source.from,
    node: source.node,
    kind: groups.kind?.toLowerCase(),
    // Old tables print the name of the event: the object's, a dot, and a hash.
    object: groups.object?.replace(/\.[0-9a-f]{14,16}$/, ''),
    namespace: groups.namespace,
    container: groups.sub === undefined ? undefined : /\{([^}]*)\}/.exec(groups.sub)?.[1],
    message: source.message.trim(),
  };
}

/** Takes `kubelet, node-1`, `{kubelet node-1}` or `default-scheduler` from the front of the message. */
function splitSource(rest: string): { from?: string; node?: string; message: string } {
  const braces = /^\{([\w.-]+)[ ,]*([^}]*)\}\s*(.*)$/.exec(rest);
  if (braces) return { from: braces[1], node: braces[2] || undefined, message: braces[3] ?? '' };
  const pair = /^([a-z][\w.-]*), (\S+)(?:\s+(.*))?$/.exec(rest);
  if (pair) return { from: pair[1], node: pair[2], message: pair[3] ?? '' };
  const alone = /^([a-z][\w./-]*)\s{2,}(.*)$/.exec(rest) ?? KNOWN_FROM.exec(rest);
  if (alone) return { from: alone[1], message: alone[2] ?? '' };
  return { message: rest };
}
