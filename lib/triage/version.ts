/** Versions of kernels, Kubernetes, container runtimes and packages, compared by one rule. */

/** A version taken apart. `main` is the dotted number in front, `rest` what a distribution or vendor added. */
interface Parts {
  main: number[];
  rest: (number | string)[];
}

const EPOCH = /^\d+:/;
const ARCH = /[._-](?:x86_64|amd64|aarch64|arm64|armv7l|noarch|ppc64le|s390x|i[36]86|all)$/;
/** Words of what comes before a release; all other words come after it. */
const BEFORE = new Set(['alpha', 'beta', 'rc', 'pre', 'dev', 'snapshot']);

function partsOf(version: string): Parts | undefined {
  const bare = version.trim().replace(EPOCH, '').replace(/^[vV]/, '').replace(ARCH, '');
  const main = /^\d+(?:\.\d+)*/.exec(bare);
  if (!main) return undefined;
  const rest = bare.slice(main[0].length).match(/\d+|[a-zA-Z]+/g) ?? [];
  return {
    main: main[0].split('.').map(Number),
    rest: rest.map((token) => (/^\d/.test(token) ? Number(token) : token.toLowerCase())),
  };
}

const NONE: Parts = { main: [], rest: [] };

/**
 * Negative when `a` is older, positive when it is newer, 0 when nothing tells them apart. A total order:
 * `3.10.0-1075.el7` is newer than `3.10.0-514.10.2.el7`, `1.22.0-rc.1` older than `1.22.0`, and `1.9` equals
 * `1.9.0`. Epochs, a leading `v` and architectures do not count; text without a number is older than all.
 */
export function compareVersions(a: string, b: string): number {
  return compareParts(partsOf(a) ?? NONE, partsOf(b) ?? NONE);
}

function compareParts(a: Parts, b: Parts): number {
  if (a.main.length === 0 || b.main.length === 0) return Math.sign(a.main.length - b.main.length);
  return compareMain(a.main, b.main) || compareRest(a.rest, b.rest);
}

function compareMain(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

function compareRest(a: Parts['rest'], b: Parts['rest']): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = rank(a[at]) - rank(b[at]) || compareTokens(a[at], b[at]);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

/** A release candidate, the release itself, a word behind it, a number behind it: RPM's order. */
function rank(token: number | string | undefined): number {
  if (token === undefined) return 1;
  if (typeof token === 'number') return 3;
  return BEFORE.has(token) ? 0 : 2;
}

function compareTokens(a: number | string | undefined, b: number | string | undefined): number {
  if (a === undefined || b === undefined || a === b) return 0;
  return a < b ? -1 : 1;
}

const COMPARATOR = /^(>=|<=|>|<|=|==)?v?(.+)$/;

/**
 * Whether `version` lies in `range`: comparators with blanks between them must all hold (`>=1.9 <1.14`),
 * `||` stands between alternatives. A bound means all that begins with it: `1.9.3` is in `<=1.9` and in
 * `1.9`, `3.10.0-514.el7` is in `<=3.10.0`; release candidates lie before their release. False when the
 * version holds no number.
 */
export function inRange(version: string, range: string): boolean {
  const parts = partsOf(version);
  if (!parts) return false;
  return range.split('||').some((all) => {
    const comparators = all
      .replace(/([<>=]+)\s+/g, '$1')
      .split(/[\s,]+/)
      .filter(Boolean);
    return comparators.every((comparator) => holds(parts, comparator));
  });
}

function holds(version: Parts, comparator: string): boolean {
  if (comparator === '*') return true;
  const found = COMPARATOR.exec(comparator);
  const bound = found && partsOf(found[2]!.replace(/(?:\.[x*])+$/, ''));
  if (!bound) return false;
  const order = compareParts(atDepthOf(bound, version), bound);
  switch (found[1]) {
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '<':
      return order < 0;
    default:
      return order === 0;
  }
}

/** The version, told no more precisely than the bound is: what a bound leaves open does not decide. */
function atDepthOf(bound: Parts, version: Parts): Parts {
  const main = version.main.slice(0, bound.main.length);
  if (bound.rest.length > 0) return { main, rest: version.rest.slice(0, Math.max(bound.rest.length, 1)) };
  const candidate = typeof version.rest[0] === 'string' && BEFORE.has(version.rest[0]);
  return { main, rest: candidate ? version.rest : [] };
}
