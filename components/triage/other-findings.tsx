'use client';

import type { Diagnosis, Finding } from '@/lib/triage/diagnosis';
import { Link } from '../ui/link';
import { Band, UncheckedBand } from './band';
import { useTriage } from './context';
import { Explain } from './explain';
import { rise } from './moves';
import { Rise } from './narrowing';
import { Quote } from './quote';
import { isSeparate, SEPARATE } from './separate';
import styles from './advice.module.css';

/** Separate problems in the same paste first, then what else could explain the first one. */
export function OtherFindings({ findings, diagnosis }: { findings: Finding[]; diagnosis: Diagnosis }) {
  const first = diagnosis.findings[0];
  const separate = findings.filter((finding) => isSeparate(finding, first));
  const rivals = findings.filter((finding) => !isSeparate(finding, first));
  const several = separate.length > 1;
  return (
    <>
      {separate.length > 0 && (
        <div {...{ [SEPARATE]: '' }}>
          <FindingList
            title={several ? 'Separate problems in the same paste' : 'A separate problem in the same paste'}
            findings={separate}
          />
        </div>
      )}
      <FindingList title="What else it could be" findings={rivals} />
    </>
  );
}

/** Findings under a heading, each with its strongest line and the sum behind it. */
export function FindingList({ title, findings }: { title: string; findings: Finding[] }) {
  const before = useTriage((state) => state.before);
  const now = useTriage((state) => state.result?.diagnosis);
  const rankOf = (finding: Finding) => now?.findings.indexOf(finding);
  if (findings.length === 0) return null;
  return (
    <section className={styles.card} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.findings} role="list">
        {findings.map((finding) => (
          <li key={finding.incident} className={styles.finding} data-rank={rankOf(finding)}>
            <Link to={`/incidents/${finding.incident}/`} target="_blank" data-finding="">
              {finding.title}
            </Link>
            <span className={styles.row}>
              {finding.causeOf ? (
                <UncheckedBand />
              ) : (
                <Band band={finding.band} probability={finding.probability} />
              )}
              {now && <Rise by={rise(before, now, finding.incident)} />}
              {finding.under && <span className={styles.small}> a symptom of the finding above</span>}
            </span>
            {finding.for[0] && finding.for[0].spans.length > 0 && <Quote evidence={finding.for[0]} />}
            <Explain finding={finding} />
          </li>
        ))}
      </ul>
    </section>
  );
}
