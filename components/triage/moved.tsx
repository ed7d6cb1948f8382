'use client';

import { ArrowUpDown } from 'lucide-react';
import { useTriage } from './context';
import { movedTo } from './moves';
import styles from './advice.module.css';

/** One line that says what the last step did to the ranking. */
export function Moved() {
  const before = useTriage((state) => state.before);
  const now = useTriage((state) => state.result?.diagnosis);
  const sentence = now ? movedTo(before, now) : null;
  if (!sentence) return null;
  return (
    <p className={styles.moved}>
      <ArrowUpDown size={16} aria-hidden /> {sentence}
    </p>
  );
}
