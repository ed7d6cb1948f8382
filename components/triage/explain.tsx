'use client';

import type { Finding } from '@/lib/triage/diagnosis';
import { Disclosure } from '../ui/disclosure';
import { FilledCommand } from './command';
import { Quote } from './quote';
import styles from './advice.module.css';

/** The sum behind a finding: every evidence for and against, what was not checked, what would change it. */
export function Explain({ finding, otherwise }: { finding: Finding; otherwise?: string | null }) {
  const counts = `${finding.for.length} for, ${finding.against.length} against, ${finding.notChecked.length} not checked`;
  return (
    <Disclosure summary={`${counts}: why`}>
      <div className={styles.card}>
        <table className={styles.sum}>
          <caption className="visually-hidden">How the score is added up</caption>
          <tbody>
            {finding.terms.map((term, index) => (
              <tr key={index}>
                <th scope="row">{term.label}</th>
                <td>{signed(term.nats)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Score</th>
              <td>{signed(finding.score)}</td>
            </tr>
          </tfoot>
        </table>
        <EvidenceList title="For" evidence={finding.for} />
        <EvidenceList title="Against" evidence={finding.against} />
        {finding.notChecked.length > 0 && (
          <h3 className={styles.heading}>Not checked: its source was not pasted</h3>
        )}
        {finding.notChecked.map((item) => (
          <div key={item.signature} className={styles.card}>
            <p className={styles.small}>{item.why}</p>
            {item.command && <FilledCommand run={item.command} />}
          </div>
        ))}
        {otherwise && <p className={styles.small}>{otherwise}</p>}
      </div>
    </Disclosure>
  );
}

function EvidenceList({ title, evidence }: { title: string; evidence: Finding['for'] }) {
  if (evidence.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{title}</h3>
      {evidence.map((each) => (
        <Quote key={`${each.signature}${each.line}`} evidence={each} />
      ))}
    </>
  );
}

function signed(nats: number): string {
  return `${nats < 0 ? '−' : '+'}${Math.abs(nats).toFixed(1)}`;
}
