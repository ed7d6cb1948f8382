import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../incident/corpus.server';
import { buildPack } from '../incident/build.server';
import { evaluate, isRight } from './evaluate';
import { evaluateAll, fallen, recordedOf, recordedQuality, type Recorded } from './quality.server';
import { robustness } from './robustness';

const good: Recorded = {
  top1: 0.9,
  top3: 1,
  answered: 0.8,
  wrongMatches: 0,
  falseMatches: 0,
  unsure: 0.1,
  calibrationError: 0.1,
};

describe('the ratchet', () => {
  it('holds on every corpus of the repository', () => {
    const now = evaluateAll(buildPack());
    const figures = Object.fromEntries(
      Object.entries(now).map(([name, evaluation]) => [name, recordedOf(evaluation)]),
    );
    expect(fallen(figures, recordedQuality())).toEqual([]);
    expect(Object.keys(recordedQuality()).sort()).toEqual(Object.keys(figures).sort());
  });

  it('lets no paste of the open corpus go unanswered without a reason, and no reason outlive its paste', () => {
    const { outcomes } = evaluate(buildPack(), loadCorpus('content/corpus/open'));
    const known = outcomes.filter(({ incident }) => incident !== null);
    const names = (some: typeof known) => some.map(({ name }) => name);
    expect(names(known.filter(({ unanswered }) => unanswered))).toEqual(
      names(known.filter((outcome) => !isRight(outcome))),
    );
    const carrying = known.filter(({ hard }) => !hard);
    expect(carrying.filter((outcome) => !isRight(outcome)).length / carrying.length).toBeLessThanOrEqual(0.1);
  });

  it('says what fell, and accepts what rose', () => {
    expect(fallen({ open: { ...good, top1: 0.89 } }, { open: good })).toEqual([
      'open: top1 was 0.9 and is 0.89',
    ]);
    expect(fallen({ open: { ...good, falseMatches: 0.01 } }, { open: good })).toHaveLength(1);
    expect(fallen({ open: { ...good, top1: 0.95, unsure: 0.05 } }, { open: good })).toEqual([]);
    expect(fallen({}, { open: good })).toContain('open: the corpus is gone');
  });
});

it('loses at most 2 points of top-1 to any single damage', () => {
  const entries = loadCorpus('content/corpus/open');
  // 40,000 lines of noise around each paste take a minute: `npm run damage` measures them.
  const quick = [
    'crlf',
    'colour',
    'quote-marks',
    'indent-4',
    'wrap-80',
    'numbers-colon',
    'numbers-glued',
    'curly-quotes',
    'html-entities',
    'code-fence',
    'noise-between',
    'pod-prefix',
  ];
  const dear = robustness(buildPack(), entries, quick).filter(
    ({ cost, falseMatches }) => cost > 2 || falseMatches > 0,
  );
  expect(dear).toEqual([]);
});
