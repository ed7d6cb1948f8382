/** Evidence without its text: the reason comes from the book that the reader has. */

import type { Evidence } from '../triage/diagnosis';
import { FREQUENCY_WEIGHT, type Pack, type PackIncident } from '../triage/pack';

export interface SharedEvidence {
  signature: string;
  type: Evidence['type'];
  nats: number;
  count: number;
  atLeast: boolean;
}

interface Said {
  weight: Evidence['weight'];
  group: string;
  text: string;
  why: string;
}

/** What the book says of one kind of evidence; null when the book lacks it. */
type Teller = (shared: SharedEvidence, incident: PackIncident, pack: Pack) => Said | null;

const fromSignature: Teller = ({ signature }, incident) => {
  const found = incident.signatures.find(({ id }) => id === signature);
  return found ? { weight: found.weight, group: found.group, text: '', why: found.why } : null;
};

const TELLERS: Record<Evidence['type'], Teller> = {
  line: fromSignature,
  frames: fromSignature,
  fact: fromSignature,
  absent: ({ signature }, incident) => {
    const found = incident.signatures.find(({ id }) => id === signature);
    return found?.whenAbsent ? { ...found.whenAbsent, group: found.group, text: '' } : null;
  },
  applies: ({ signature, nats }, { applies }) => {
    const component = signature.replace(/^applies-/, '');
    const ranges = applies.filter((limit) => limit.component === component).map(({ versions }) => versions);
    if (ranges.length === 0) return null;
    const why = `The version of ${component} is ${nats > 0 ? '' : 'not '}among the affected versions (${ranges.join(' or ')}).`;
    return { weight: nats > 0 ? 'weak' : 'against', group: signature, text: component, why };
  },
  answer: ({ signature, nats }, _, { checks }) => {
    const check = checks.find(({ id }) => `answer-${id}` === signature);
    const why =
      nats > 0 ? 'This answer is what the incident predicts.' : 'The incident predicts another answer.';
    return check ? { weight: 'answer', group: check.group, text: check.ask, why } : null;
  },
  tried: ({ signature }, { fixes }) => {
    const fix = fixes.find(({ id }) => `tried-${id}` === signature);
    const why = `This fix ${fix?.works} helps, and here it did not.`;
    return fix ? { weight: 'tried', group: signature, text: fix.title, why } : null;
  },
};

export function evidenceFrom(shared: SharedEvidence, incident: PackIncident, pack: Pack): Evidence | null {
  const said = TELLERS[shared.type](shared, incident, pack);
  if (!said) return null;
  const { signature, type, nats, count, atLeast } = shared;
  // Source −1: there is no paste to lead to.
  return {
    signature,
    type,
    nats,
    ...said,
    source: -1,
    line: 0,
    count,
    ...(atLeast ? { atLeast } : {}),
    spans: [],
  };
}

/** The terms of the score: frequency, then each evidence that counted. */
export function termsOf(
  incident: PackIncident,
  evidence: readonly Evidence[],
): { label: string; nats: number }[] {
  return [
    {
      label: `${incident.frequency.replace('-', ' ')} in the field`,
      nats: Math.log(FREQUENCY_WEIGHT[incident.frequency]),
    },
    ...evidence.filter(({ nats }) => nats !== 0).map(({ signature, nats }) => ({ label: signature, nats })),
  ];
}
