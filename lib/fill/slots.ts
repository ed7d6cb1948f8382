/**
 * What stands in `{{…}}` of a command, which facts it is filled from, and the exact shape a value must have.
 * Everything a shape lets through is harmless to a shell in any quoting: letters, digits and `._/:@-`, and no
 * hyphen in front, which a command would take for an option.
 */

export const SLOTS = {
  node: { title: 'node', facts: ['node.name'], shape: subdomain() },
  pod: { title: 'pod', facts: ['pod.name'], shape: subdomain() },
  namespace: { title: 'namespace', facts: ['pod.namespace'], shape: label() },
  container: { title: 'container', facts: ['container.name'], shape: label() },
  'container-id': {
    title: 'container id',
    facts: ['container.id'],
    shape: /^(?:[0-9a-f]{12}|[0-9a-f]{64})$/,
  },
  cronjob: { title: 'CronJob', facts: ['cronjob.name'], shape: subdomain() },
  // PID_MAX_LIMIT of 64-bit Linux is 2^22: seven digits.
  pid: { title: 'process id', facts: ['process.pid'], shape: /^[1-9][0-9]{0,6}$/ },
  image: {
    title: 'image',
    facts: ['image.name'],
    // host[:port]/path[:tag][@digest], as in the reference grammar of github.com/distribution/reference.
    shape:
      /^(?=.{1,255}$)[a-z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::[0-9]{1,5})?(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/,
  },
  path: {
    title: 'path',
    facts: ['file.path'],
    shape: /^(?!.*(?:^|\/)\.\.?(?:\/|$))\/[A-Za-z0-9._/:@-]{0,1000}$/,
  },
  device: { title: 'device', facts: ['device.name'], shape: /^[a-z][a-z0-9-]{1,30}$/ },
} as const satisfies Record<string, { title: string; facts: readonly string[]; shape: RegExp }>;

export type Slot = keyof typeof SLOTS;

/** A name of RFC 1123 with dots: pods, nodes, CronJobs. */
function subdomain(): RegExp {
  return /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;
}

/** A name of RFC 1123 without dots: namespaces and containers. */
function label(): RegExp {
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
}

/** Whether a value may stand in a command at all. */
export function fits(slot: Slot, value: string): boolean {
  return SLOTS[slot].shape.test(value);
}

export interface Piece {
  text: string;
  /** Set when the piece is a placeholder that the facts could fill. */
  slot?: Slot;
}

const PLACEHOLDER = /\{\{([a-z][a-z-]*)\}\}/g;

/** A command cut at its placeholders. `{{.info.pid}}` of a Go template is none. */
export function piecesOf(command: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of command.matchAll(PLACEHOLDER)) {
    const slot = slotOf(match[1]!, command.slice(0, match.index));
    if (!slot) continue;
    if (match.index > at) pieces.push({ text: command.slice(at, match.index) });
    pieces.push({ text: match[0], slot });
    at = match.index + match[0].length;
  }
  if (at < command.length) pieces.push({ text: command.slice(at) });
  return pieces;
}

/** kubectl names a container behind `-c`; crictl, docker and a process list know its id. */
function slotOf(name: string, before: string): Slot | undefined {
  if (name === 'container')
    return /(?:^|\s)(?:-c|--container)[ =]$/.test(before) ? 'container' : 'container-id';
  return Object.hasOwn(SLOTS, name) ? (name as Slot) : undefined;
}

/** The slots that these commands use, in the order of first use. */
export function slotsIn(commands: readonly string[]): Slot[] {
  return [...new Set(commands.flatMap((command) => piecesOf(command).flatMap(({ slot }) => slot ?? [])))];
}
