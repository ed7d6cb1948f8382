/** Pseudonyms: one form a kind, numbered by first appearance, so that redacting twice gives the same text. */

import { componentIn } from './keep';

export type Kind =
  | 'pod'
  | 'node'
  | 'ns'
  | 'app'
  | 'ctr'
  | 'obj'
  | 'svc'
  | 'host'
  | 'user'
  | 'img'
  | 'mail'
  | 'ip'
  | 'ip6'
  | 'mac'
  | 'uid'
  | 'id'
  | 'account'
  | 'cloud';

/** Kinds whose pseudonym is `<kind>-<n>`, before it the well-known component that the name contains. */
export const WORDED: readonly Kind[] = [
  'pod',
  'node',
  'ns',
  'app',
  'ctr',
  'obj',
  'svc',
  'host',
  'user',
  'img',
];

/** A pseudonym of this form stands wherever it stands; it is numbered anew like any name. */
export const PSEUDONYM =
  /(?:(?<![A-Za-z0-9-])|(?<=%[0-9A-Fa-f]{2}|\\[nrt]))(?:[a-z][a-z-]{2,30}-)?(pod|node|ns|app|ctr|obj|svc|host|user|img)-\d{1,60}(?![A-Za-z0-9-]|\.slice)/g;

export const isPseudonym = (name: string): boolean => new RegExp(`^${PSEUDONYM.source}$`).test(name);

/** Kinds whose pseudonym keeps the length of what it stands for. */
const SHAPES: Partial<Record<Kind, (n: number, name: string) => string>> = {
  mail: (n) => `mail-${n}@example.com`,
  ip: (n) =>
    `10.${Math.floor(n / 254 / 254) % 254}.${Math.floor((n - 1) / 254) % 254}.${((n - 1) % 254) + 1}`,
  ip6: (n) => `fd00::${n.toString(16)}`,
  mac: (n) =>
    `02:00:${[3, 2, 1, 0].map((at) => ((n >> (8 * at)) & 255).toString(16).padStart(2, '0')).join(':')}`,
  uid: (n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  // With letters: a row of digits alone would be read as a number.
  id: (n) => `c0de${String(n).padStart(8, '0')}`,
  account: (n) => String(n).padStart(12, '0'),
  cloud: (n, name) => `${name.slice(0, 2)}${n.toString(16).padStart(name.length - 2, '0')}`,
};

/** What two spellings of one thing have in common: case, `_` for `-` in a UID, the first 12 digits of an id. */
export function keyOf(kind: Kind, name: string): string {
  if (kind === 'uid') return name.toLowerCase().replaceAll('_', '-');
  if (kind === 'id') return name.toLowerCase().slice(0, 12);
  if (kind === 'ip6' || kind === 'mac') return name.toLowerCase();
  return name;
}

/** `sameWidth`: the number gets zeros in front, so that lines cut at a column stay as long as they were. */
export function pseudonym(kind: Kind, n: number, name: string, sameWidth = false): string {
  const shape = SHAPES[kind];
  if (shape) return shape(n, name);
  const component = componentIn(name);
  const head = component ? `${component}-${kind}-` : `${kind}-`;
  const padded = isPseudonym(name) && /-0\d*$/.test(name);
  return head + (sameWidth || padded ? String(n).padStart(name.length - head.length, '0') : n);
}

/** The same thing in another spelling gets the same pseudonym in that spelling. */
export function spelled(kind: Kind, put: string, name: string): string {
  if (kind === 'uid' && name.includes('_')) return put.replaceAll('-', '_');
  if (kind === 'id') return put.slice(0, 12).padEnd(name.length, 'e').slice(0, name.length);
  return put;
}
