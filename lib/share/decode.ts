/** A link becomes a case again, as far as it can be read. Any bytes are taken; nothing throws. */

import { notCheckedOf, otherwiseOf } from '../triage/explain';
import type { Pack } from '../triage/pack';
import type { Ranked } from '../triage/rank';
import { fromText, UPGRADERS, VERSION, type Line } from './lines';
import { unpack } from './pack-text';
import { ALTERED, CUT_SHORT, newer, NOT_A_LINK, NO_LOG, revised, unknown, UNREADABLE } from './problems';
import { READERS, type Reading } from './read-lines';
import { termsOf } from './shared-evidence';
import { emptyView, type CaseView } from './view';

export type Decoded = { ok: true; view: CaseView } | { ok: false; problem: string; partial: CaseView | null };

/** Longer than any browser's address bar lets through. */
const LONGEST = 65_536;

/** Whether a fragment wants to be a case link at all. */
export const isCaseLink = (fragment: string): boolean => /^#?case=/.test(fragment);

export function decode(fragment: string, pack: Pack): Decoded {
  const match = /^#?case=v(\d{1,6})\.([^]*)$/.exec(fragment.slice(0, LONGEST).trim());
  if (!match) return refused(NOT_A_LINK);
  const version = Number(match[1]);
  if (version > VERSION) return refused(newer(version, VERSION));
  if (version < 1) return refused(NOT_A_LINK);
  // Chat programs add a full stop, a bracket or a slash to what they take for the end of a link.
  const text = unpack(match[2]!.replace(/[^A-Za-z0-9_-]+$/, ''));
  if (text === null) return refused(UNREADABLE);
  const { lines, state } = fromText(text);
  const reading = read(upgraded(lines, version), pack);
  if (reading.view.release === '') return refused(UNREADABLE);
  const view = finished(reading);
  if (state === 'altered' || reading.damaged) return { ok: false, problem: ALTERED, partial: view };
  if (state === 'cut') return { ok: false, problem: CUT_SHORT, partial: view };
  if (reading.unknown.size > 0) return { ok: false, problem: unknown([...reading.unknown]), partial: view };
  return { ok: true, view };
}

function refused(problem: string): Decoded {
  return { ok: false, problem, partial: null };
}

/** Through every version between the link's and the page's. */
export function upgraded(lines: Line[], version: number, upgraders = UPGRADERS): Line[] {
  return upgraders.slice(version - 1).reduce((now, upgrade) => upgrade(now), lines);
}

function read(lines: readonly Line[], pack: Pack): Reading {
  const reading: Reading = { view: emptyView(''), pack, unknown: new Set(), damaged: false };
  for (const line of lines) {
    const reader = Object.hasOwn(READERS, line[0]) ? READERS[line[0]] : undefined;
    if (!reader?.(line, reading)) reading.damaged = true;
  }
  reading.view.diagnosis.findings = reading.view.diagnosis.findings.filter(Boolean);
  return reading;
}

/** What follows from the findings and the book need not travel. */
function finished({ view, pack }: Reading): CaseView {
  const findings = view.diagnosis.findings.map((finding) => {
    const incident = pack.incidents.find(({ id }) => id === finding.incident)!;
    return {
      ...finding,
      terms: termsOf(incident, [...finding.for, ...finding.against]),
      notChecked: notCheckedOf({ ...finding, incident } as unknown as Ranked, pack),
    };
  });
  const second = findings.find((finding, index) => index > 0 && !finding.under);
  return {
    ...view,
    diagnosis: { ...view.diagnosis, findings, otherwise: otherwiseOf(findings[0], second, pack) },
    notes: [NO_LOG, ...(view.changed.length > 0 ? [revised(view.changed)] : [])],
  };
}
