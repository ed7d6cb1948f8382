import { Fragment } from 'react';
import { cx } from '@/components/ui/class-names';
import type { Effect, FixKind, Loss, Risk } from '@/lib/triage/pack';
import styles from './fix-marks.module.css';
import { duration, EFFECT_WORDS, LOSS_WORDS, NEED_WORDS, RISK_WORDS } from './words';

export interface FixMarkData {
  kind: FixKind;
  effect: Effect;
  risk: Risk;
  minutes: number;
  reversible: boolean;
  loses: readonly Loss[];
  needs: readonly string[];
}

interface Mark {
  words: string;
  tone?: 'danger' | 'good';
}

interface Props {
  fix: FixMarkData;
  /** Also that it loses nothing and has a way back; elsewhere only what is dear is said. */
  whole?: boolean;
}

/** What a fix risks, costs, does and loses, in the order in which one decides: one sentence, no wider than it must be. */
export function FixMarks({ fix, whole = false }: Props) {
  return (
    <p className={styles.marks} aria-label="What this fix does, costs and risks">
      {marksOf(fix, whole).map(({ words, tone }, index) => (
        <Fragment key={words}>
          {index > 0 && <span aria-hidden> · </span>}
          <span className={cx(tone && styles[tone])}>{words}</span>
        </Fragment>
      ))}
    </p>
  );
}

function marksOf(fix: FixMarkData, whole: boolean): Mark[] {
  const dear = fix.risk === 'high' || fix.risk === 'medium';
  return [
    { words: RISK_WORDS[fix.risk], ...(dear ? { tone: 'danger' } : {}) },
    { words: duration(fix.minutes) },
    { words: EFFECT_WORDS[fix.effect], ...(fix.effect === 'cures' ? { tone: 'good' } : {}) },
    ...(fix.loses.length > 0
      ? [{ words: `loses ${and(fix.loses.map((loss) => LOSS_WORDS[loss]))}`, tone: 'danger' } as const]
      : whole
        ? [{ words: 'loses nothing' }]
        : []),
    ...(fix.reversible ? [] : [{ words: 'cannot be undone', tone: 'danger' } as const]),
    ...(fix.reversible && whole ? [{ words: 'can be undone' }] : []),
    ...(fix.needs.length > 0
      ? [{ words: `needs ${and(fix.needs.map((need) => NEED_WORDS[need] ?? need))}` }]
      : []),
  ];
}

/** "a", "a and b", "a, b and c". */
function and(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
