'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import type { Fold } from '@/lib/view/folds';
import styles from './fold-row.module.css';

/** What is folded away, in words; opens and closes. */
export function FoldRow({ fold, onToggle }: { fold: Fold; onToggle: () => void }) {
  const Icon = fold.open ? ChevronDown : ChevronRight;
  return (
    <button type="button" className={styles.fold} aria-expanded={fold.open} onClick={onToggle}>
      <Icon size={16} aria-hidden />
      <span>{wordsOf(fold)}</span>
    </button>
  );
}

function wordsOf({ kind, from, to, harmless, says }: Fold): string {
  const lines = to - from + 1;
  const count = `${lines.toLocaleString('en')} ${lines === 1 ? 'line' : 'lines'}`;
  if (kind === 'harmless')
    return `${count}, harmless: ${says.slice(0, 2).join(' ')}${says.length > 2 ? ' …' : ''}`;
  if (kind === 'far') return `${count} more`;
  return `${count} without evidence${harmless > 0 ? `, ${harmless.toLocaleString('en')} of them known and harmless` : ''}`;
}
