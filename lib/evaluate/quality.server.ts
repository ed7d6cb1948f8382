/** The recorded figures: `content/quality.json`. They may rise, and they may not fall. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadCorpus } from '../incident/corpus.server';
import type { Pack } from '../triage';
import { evaluate, type Evaluation } from './evaluate';

export const QUALITY_FILE = 'content/quality.json';
const CORPUS = 'content/corpus';

/** What is recorded for one corpus. Shares, not points. */
export interface Recorded {
  top1: number;
  top3: number;
  answered: number;
  wrongMatches: number;
  falseMatches: number;
  unsure: number;
  calibrationError: number;
}

export type Quality = Record<string, Recorded>;

/** Higher is better for these; for the others lower is. */
const RISING: (keyof Recorded)[] = ['top1', 'top3', 'answered'];
/** A calibration error moves a little with every sample; the rest is exact. */
const SLACK: Partial<Recorded> = { calibrationError: 0.02 };

/** The corpora of the repository, by folder name, evaluated apart. */
export function evaluateAll(pack: Pack): Record<string, Evaluation> {
  const folders = readdirSync(CORPUS, { withFileTypes: true }).filter((item) => item.isDirectory());
  const names = folders.map(({ name }) => name).sort();
  return Object.fromEntries(names.map((name) => [name, evaluate(pack, loadCorpus(path.join(CORPUS, name)))]));
}

export function recordedOf({ known, unknown, calibrationError }: Evaluation): Recorded {
  const { top1, top3, answered, wrongMatches } = known;
  const round = (value: number) => Math.round(value * 10_000) / 10_000;
  return {
    top1: round(top1),
    top3: round(top3),
    answered: round(answered),
    wrongMatches: round(wrongMatches),
    falseMatches: round(unknown.falseMatches),
    unsure: round(unknown.unsure),
    calibrationError: round(calibrationError),
  };
}

export function recordedQuality(): Quality {
  return existsSync(QUALITY_FILE) ? (JSON.parse(readFileSync(QUALITY_FILE, 'utf8')) as Quality) : {};
}

/** Sentences about every figure that fell. */
export function fallen(now: Quality, before: Quality): string[] {
  return Object.entries(before).flatMap(([corpus, recorded]) =>
    (Object.keys(recorded) as (keyof Recorded)[]).flatMap((figure) => {
      const value = now[corpus]?.[figure];
      if (value === undefined) return [`${corpus}: the corpus is gone`];
      const slack = (SLACK[figure] ?? 0) + 1e-9;
      const worse = RISING.includes(figure) ? recorded[figure] - value : value - recorded[figure];
      return worse > slack ? [`${corpus}: ${figure} was ${recorded[figure]} and is ${value}`] : [];
    }),
  );
}
