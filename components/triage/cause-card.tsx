'use client';

import type { Diagnosis, Finding } from '@/lib/triage/diagnosis';
import { Link } from '../ui/link';
import { Band } from './band';
import { Explain } from './explain';
import { Quote } from './quote';
import { SEPARATE, separateProblems } from './separate';
import styles from './advice.module.css';

/** The first finding: how sure, what it is, the line that says so, and the sum behind it. */
export function CauseCard({ finding, diagnosis }: { finding: Finding; diagnosis: Diagnosis }) {
  const strongest = strongestOf(finding);
  const more = separateProblems(diagnosis.findings);
  return (
    <div className={styles.card} data-rank={0}>
      <p className={styles.verdict}>
        <span>{diagnosis.verdict === 'match' ? 'In the book' : 'Not certain. The closest is'}</span>
        <Band band={finding.band} probability={finding.probability} />
        {more > 0 && (
          <button type="button" className={styles.more} onClick={goToSeparate}>
            {more === 1 ? '1 more problem' : `${more} more problems`}
            <span className="visually-hidden"> in the same paste. Show it.</span>
          </button>
        )}
      </p>
      <h1 className={styles.title}>
        <Link to={`/incidents/${finding.incident}/`} target="_blank" data-finding="">
          {finding.title}
          <span className="visually-hidden"> (opens its page in a new tab)</span>
        </Link>
      </h1>
      {strongest && <Quote evidence={strongest} />}
      <Explain finding={finding} diagnosis={diagnosis} />
    </div>
  );
}

function goToSeparate(): void {
  const list = document.querySelector<HTMLElement>(`[${SEPARATE}]`);
  list?.scrollIntoView({ block: 'start' });
  list?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
}

/** The evidence that counts most and stands in the paste; ties go to the earlier line. */
function strongestOf(finding: Finding) {
  return finding.for
    .filter((evidence) => evidence.spans.length > 0)
    .toSorted((a, b) => b.nats - a.nats || a.source - b.source || a.line - b.line)[0];
}
