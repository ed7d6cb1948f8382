/** A link to a state of the wizard: `/#answers=check:outcome,check:outcome`. Pure. */

import { faultOf } from '@/lib/triage/ask/answers';
import type { Answer } from '@/lib/triage/diagnosis';
import type { Pack } from '@/lib/triage/pack';

const KEY = 'answers=';
/** More than anybody answers; a link that holds more is not one of ours. */
const MOST = 50;

export interface Linked {
  answers: Answer[];
  /** What was wrong with the rest, in sentences. */
  problems: string[];
}

/** The answers that a fragment holds; null when it is about something else. */
export function answersFrom(hash: string, pack: Pack): Linked | null {
  const text = hash.replace(/^#/, '');
  if (!text.startsWith(KEY)) return null;
  const answers = new Map<string, Answer>();
  const problems: string[] = [];
  const pairs = decoded(text.slice(KEY.length))
    .split(',')
    .filter((pair) => pair !== '');
  for (const pair of pairs.slice(0, MOST)) {
    const [check = '', outcome = ''] = pair.split(':');
    const fault = faultOf(pack, { check, outcome });
    if (fault) {
      problems.push(fault);
      continue;
    }
    const before = answers.get(check);
    if (before && before.outcome !== outcome)
      problems.push('The link answers one check twice, and differently. The later answer counts.');
    answers.set(check, { check, outcome, by: 'picked' });
  }
  if (pairs.length === 0) problems.push('The link holds no answers.');
  if (pairs.length > MOST) problems.push(`The link holds more than ${MOST} answers; the rest was left out.`);
  return { answers: [...answers.values()], problems };
}

export function answersLink(answers: readonly Pick<Answer, 'check' | 'outcome'>[]): string {
  return `#${KEY}${answers.map(({ check, outcome }) => `${check}:${outcome}`).join(',')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
