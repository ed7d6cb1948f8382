'use client';

import type { Evidence } from '@/lib/triage/diagnosis';
import { useActions, useTriage } from './context';
import { quoteOf } from '@/lib/view/quote';
import styles from './advice.module.css';

/** What matched, with its reason; leads to the place in the paste. Without a place, the reason alone. */
export function Quote({ evidence }: { evidence: Evidence }) {
  const { look } = useActions();
  const result = useTriage((state) => state.result);
  const quote = result && quoteOf(evidence, result.of.parts, result.starts);
  if (!quote) return <p className={styles.small}>{evidence.why}</p>;
  const source = evidence.spans[0]?.source ?? evidence.source;
  return (
    <button type="button" className={styles.quote} onClick={() => look({ source, line: quote.line })}>
      <code>{quote.text}</code>
      <span className={styles.quoteNote}>
        Line {quote.line}
        {evidence.count > 1 && `, ${evidence.atLeast ? 'at least ' : ''}${evidence.count} times`}.{' '}
        {evidence.why}
      </span>
      <span className="visually-hidden"> Show it in the paste.</span>
    </button>
  );
}
