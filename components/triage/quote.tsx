'use client';

import { useEffect, useRef } from 'react';
import type { Evidence } from '@/lib/triage/diagnosis';
import { MAX_RANKS, reasonKey } from '@/lib/view/marks';
import { numberOf } from '@/lib/view/model';
import { quoteOf } from '@/lib/view/quote';
import { useActions, useTriage } from './context';
import { goToLines, REASON } from './pane/to-reason';
import type { Result } from './store';
import { cx } from '../ui/class-names';
import styles from './quote.module.css';

/** A pointer that only passes by does not move the pane. */
const REST = 140;

/**
 * What matched, with its reason. It leads to the place in the paste; while it has the pointer or the focus, the
 * pane shows that place. Without a place, the reason alone.
 */
export function Quote({ evidence }: { evidence: Evidence }) {
  const result = useTriage((state) => state.result);
  const quote = result && quoteOf(evidence, result.of.parts, result.starts);
  if (!quote) return <p className={styles.alone}>{evidence.why}</p>;
  return <Placed evidence={evidence} result={result} quote={quote} />;
}

function Placed({
  evidence,
  result,
  quote,
}: {
  evidence: Evidence;
  result: Result;
  quote: { text: string; line: number };
}) {
  const { look, glimpse } = useActions();
  const rank = result.diagnosis.findings.findIndex(
    (finding) => finding.for.includes(evidence) || finding.against.includes(evidence),
  );
  const key = reasonKey(result.diagnosis.findings[rank]?.incident ?? '', evidence);
  const pointed = useTriage((state) => state.pointed === key);
  const source = evidence.spans[0]?.source ?? evidence.source;
  const place = { source, line: quote.line };
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(resting.current), []);
  const leave = () => {
    clearTimeout(resting.current);
    glimpse(null);
  };
  return (
    <button
      type="button"
      className={cx(styles.quote, pointed && styles.pointed)}
      data-rank={rank >= 0 && rank < MAX_RANKS ? rank : undefined}
      {...{ [REASON]: key }}
      onClick={() => {
        clearTimeout(resting.current);
        look(place);
        goToLines();
      }}
      onPointerEnter={({ pointerType }) => {
        if (pointerType === 'mouse') resting.current = setTimeout(() => glimpse(place), REST);
      }}
      onPointerLeave={leave}
      onFocus={({ currentTarget }) => {
        if (currentTarget.matches(':focus-visible')) glimpse(place);
      }}
      onBlur={leave}
    >
      <code>{quote.text}</code>
      <span className={styles.note}>
        Line {numberOf(result.of.parts[source] ?? {}, quote.line)}
        {evidence.count > 1 && `, ${evidence.atLeast ? 'at least ' : ''}${evidence.count} times`}.{' '}
        {evidence.why}
      </span>
      <span className="visually-hidden"> Show it in the paste.</span>
    </button>
  );
}
