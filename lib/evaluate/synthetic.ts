/**
 * Books that nobody wrote, for the speed of the wizard and for what its method is worth apart from our content:
 * families of incidents, broad checks that tell families apart and narrow ones that tell their members apart.
 */

import { check, fix } from '../triage/ask/test-checks';
import type { Check, Fix, Frequency, Likelihood, Pack, PackIncident } from '../triage/pack';
import { seeded } from './random';

export interface Size {
  incidents: number;
  checks: number;
}

const FAMILY = 7;
/** Of these shares of the book: few incidents are common, most are not. */
const FREQUENCIES: readonly Frequency[] = [
  'very-common',
  'common',
  'common',
  'occasional',
  'occasional',
  'occasional',
  'rare',
  'rare',
  'exotic',
];
const SURE: readonly Likelihood[] = ['always', 'usually', 'usually', 'often'];
/** One in so many checks is broad. */
const BROAD = 3;

export function syntheticBook({ incidents, checks }: Size, seed: number): Pack {
  const random = seeded(seed);
  const up = (most: number) => Math.floor(random() * most);
  const one = <T>(of: readonly T[]): T => of[up(of.length)]!;
  const families = Math.ceil(incidents / FAMILY);
  const book = Array.from({ length: checks }, (_, at) => checkOf(at, 1 + up(5), up(4) === 0));
  const told = Array.from({ length: incidents }, (_, at): PackIncident => {
    const family = at % families;
    const member = Math.floor(at / families);
    const predicts = book.flatMap((each, index) => {
      const broad = index % BROAD === 0;
      // A broad check sees every family one way or the other; a narrow one looks into a single family.
      const seen = broad ? (family * 7 + index) % 5 < 2 : index % families === family && (member + index) % 2;
      return seen ? [[each.id, { [`o${(member + index) % 2}`]: one(SURE) }] as const] : [];
    });
    return incidentOf(at, one(FREQUENCIES), Object.fromEntries(predicts), [
      fix(`family-${family}`, { minutes: 5 + up(25), works: one(SURE) }),
      fix(`own-${at}`, { minutes: 3 + up(25), works: one(SURE) }),
      fix(`late-${at}`, { minutes: 20 + up(60), works: 'always' }),
    ]);
  });
  return {
    version: 1,
    release: `synthetic-${seed}`,
    incidents: told,
    checks: book,
    lines: [],
    words: '',
    scoring: { temperature: 1, other: Math.log(8) },
  };
}

function checkOf(at: number, minutes: number, root: boolean): Check {
  return check(`check-${String(at).padStart(3, '0')}`, ['o0', 'o1', 'none'], {
    minutes,
    root,
    where: root ? 'node' : 'laptop',
    background: { none: 'usually' },
    // The first few are what one sees before anything is run.
    ...(at < 12 && at % BROAD === 0 ? { command: undefined, symptom: 'pod', minutes: 1 } : {}),
  });
}

function incidentOf(at: number, frequency: Frequency, checks: PackIncident['checks'], fixes: Fix[]) {
  const id = `incident-${String(at).padStart(4, '0')}`;
  return {
    id,
    title: id,
    summary: id,
    status: 'stable' as const,
    area: 'kernel' as const,
    severity: 'node' as const,
    frequency,
    revision: 1,
    applies: [],
    signatures: [],
    checks,
    fixes,
    blocks: [],
    related: [],
    alerts: [],
  };
}
