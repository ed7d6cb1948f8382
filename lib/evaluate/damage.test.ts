/** Undamaged pastes, damaged on purpose: `read` must see the same lines as before. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { read } from '../triage/read/read';
import { DAMAGES, noise, wrapHard, wrapWords } from './damage';

const ROOT = path.join(import.meta.dirname, '../../content/corpus/open');
const SAMPLES = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.txt'))
  .sort()
  .map((file) => readFileSync(path.join(ROOT, file), 'utf8'));
const WORDS = new Set(
  SAMPLES.join('\n')
    .toLowerCase()
    .match(/[a-z]{2,}/g),
);

const lines = (text: string): string[] =>
  read(0, text, WORDS)
    .lines.map((line) => line.text.replace(/\s+/g, ''))
    .filter((line) => line !== '');

/**
 * Breaking between words loses information: where a record without a header ends, only the length of its last
 * piece can tell. Everything else must come back in nearly all samples, or in nearly all lines when wrapped.
 */
const LEAST_SAMPLES: Record<string, number> = { 'wrap-80': 0.97, 'wrap-117': 0.86, 'words-80': 0.66 };
const LEAST_LINES: Record<string, number> = { 'wrap-80': 0.99, 'wrap-117': 0.97, 'words-80': 0.91 };

function shares(apply: (text: string) => string): { samples: number; lines: number } {
  let whole = 0;
  let found = 0;
  let all = 0;
  for (const sample of SAMPLES) {
    const clean = lines(sample);
    const damaged = lines(apply(sample));
    if (clean.join('\n') === damaged.join('\n')) whole++;
    const left = [...damaged];
    for (const line of clean) {
      const at = left.indexOf(line);
      if (at >= 0) left.splice(at, 1);
      found += at >= 0 ? 1 : 0;
    }
    all += clean.length;
  }
  return { samples: whole / SAMPLES.length, lines: found / all };
}

describe('damage is undone', () => {
  const rows = DAMAGES.filter((damage) => !damage.id.startsWith('noise'));
  test.each(rows.map((damage) => [damage.id, damage] as const))('%s', (id, damage) => {
    const share = shares(damage.apply);
    expect(share.samples).toBeGreaterThanOrEqual(LEAST_SAMPLES[id] ?? 0.97);
    expect(share.lines).toBeGreaterThanOrEqual(LEAST_LINES[id] ?? 0.99);
  });

  test('noise between lines keeps every line', () => {
    const apply = DAMAGES.find((damage) => damage.id === 'noise-between')!.apply;
    expect(shares(apply).lines).toBeGreaterThanOrEqual(0.97);
  });
});

describe('damages', () => {
  test('noise is the same every time', () => {
    expect(noise(50, 3)).toEqual(noise(50, 3));
    expect(noise(50, 3)).not.toEqual(noise(50, 4));
  });

  test('wrapping keeps to its column', () => {
    const text = 'word '.repeat(60).trim();
    expect(
      wrapHard(text, 80)
        .split('\n')
        .every((line) => line.length <= 80),
    ).toBe(true);
    expect(wrapWords(text, 80).split('\n').join(' ')).toBe(text);
  });
});
