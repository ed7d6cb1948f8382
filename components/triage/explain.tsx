'use client';

import type { Diagnosis, Finding } from '@/lib/triage/diagnosis';
import { Disclosure } from '../ui/disclosure';
import { Later } from '../ui/later';
import { FilledCommand } from './command';
import { usePack } from './context';
import { ledgerOf, signed, type Entry } from './ledger';
import { Quote } from './quote';
import styles from './explain.module.css';

/** The sum behind a finding: every evidence for and against, what was not checked, what would change it. */
export function Explain({ finding, diagnosis }: { finding: Finding; diagnosis?: Diagnosis }) {
  const counts = `${finding.for.length} for, ${finding.against.length} against, ${finding.notChecked.length} not checked`;
  return (
    <Disclosure summary={`${counts}: why`}>
      <div className={styles.explain}>
        <Later>
          {() => (
            <>
              <Sum finding={finding} />
              {finding.notChecked.length > 0 && <NotChecked finding={finding} />}
              {diagnosis?.otherwise && (
                <div className={styles.block}>
                  <h3 className={styles.heading}>What would change it</h3>
                  <p>{diagnosis.otherwise}</p>
                </div>
              )}
            </>
          )}
        </Later>
      </div>
    </Disclosure>
  );
}

/** A ledger: each line with its weight, the sum, and what it has to beat. */
function Sum({ finding }: { finding: Finding }) {
  const ledger = ledgerOf(finding);
  const other = usePack()?.scoring.other;
  return (
    <table className={styles.sum}>
      <caption className="visually-hidden">How the score is added up</caption>
      <colgroup>
        <col />
        <col className={styles.nats} />
      </colgroup>
      <tbody>
        <Line entry={ledger.begins} />
      </tbody>
      <Side title="For" entries={ledger.for} />
      <Side title="Against" entries={ledger.against} />
      <tfoot>
        <tr>
          <th scope="row">Sum</th>
          <td>{signed(ledger.sum)}</td>
        </tr>
        {other !== undefined && (
          <tr className={styles.other}>
            <th scope="row">“Not in the book” stands at</th>
            <td>{signed(other)}</td>
          </tr>
        )}
      </tfoot>
    </table>
  );
}

function Side({ title, entries }: { title: string; entries: Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <tbody>
      <tr>
        <th scope="colgroup" colSpan={2} className={styles.heading}>
          {title}
        </th>
      </tr>
      {entries.map((entry, index) => (
        <Line key={index} entry={entry} />
      ))}
    </tbody>
  );
}

function Line({ entry: { words, nats, evidence, counted } }: { entry: Entry }) {
  return (
    <tr>
      <th scope="row">
        {evidence && evidence.spans.length > 0 ? <Quote evidence={evidence} /> : words}
        {counted && <span className={styles.counted}>{counted}</span>}
      </th>
      <td data-side={nats < 0 ? 'against' : 'for'}>
        {signed(nats)}
        {evidence && <small>{evidence.weight}</small>}
      </td>
    </tr>
  );
}

function NotChecked({ finding }: { finding: Finding }) {
  return (
    <div className={styles.block}>
      <h3 className={styles.heading}>Not checked: its source was not pasted</h3>
      <ul role="list" className={styles.list}>
        {finding.notChecked.map((item) => (
          <li key={item.signature} className={styles.item}>
            <p>{item.why}</p>
            {item.command && <FilledCommand run={item.command} />}
          </li>
        ))}
      </ul>
    </div>
  );
}
