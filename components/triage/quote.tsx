'use client';

import type { Evidence } from '@/lib/triage/diagnosis';
import { useActions } from './context';
import { visible } from './visible';
import styles from './advice.module.css';

/** One evidence line with its reason; leads to the line in the paste. */
export function Quote({ evidence }: { evidence: Evidence }) {
  const { look } = useActions();
  return (
    <button
      type="button"
      className={styles.quote}
      aria-label={`Line ${evidence.line}: ${evidence.why} Show it in the paste.`}
      onClick={() => look({ source: evidence.source, line: evidence.line })}
    >
      <code>{visible(evidence.text.slice(0, 400))}</code>
      <span className={styles.quoteNote}>
        Line {evidence.line}
        {evidence.count > 1 && `, ${evidence.atLeast ? 'at least ' : ''}${evidence.count} times`}.{' '}
        {evidence.why}
      </span>
    </button>
  );
}
