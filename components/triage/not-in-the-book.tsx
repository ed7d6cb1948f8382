'use client';

import { Later } from '../ui/later';
import { Link } from '../ui/link';
import { DigestPanel } from './digest-panel';
import { DraftIncident } from './draft-incident';
import { Limits } from './limits';
import { Moved } from './moved';
import { NextCheckCard } from './next-check';
import { FindingList } from './other-findings';
import type { Result } from './store';
import { Trail } from './trail';
import { WaitChain } from './wait-chain';
import styles from './advice.module.css';

const SHOWN = 5;
const WORTH_PASTING =
  'kubectl describe of the pod or the node, the kubelet’s log around the failure, and the last lines of dmesg.';

/** An honest answer, and everything that could be read all the same. */
export function NotInTheBook({ result }: { result: Result }) {
  const { diagnosis } = result;
  const pasted = result.of.parts.length > 0;
  const nearest = diagnosis.findings[0];
  return (
    <div className={styles.advice}>
      <div className={styles.card}>
        <h1 className={styles.title}>Not in the book</h1>
        <p>
          {pasted ? 'No known incident explains this paste.' : 'No known incident explains these answers.'}
          {nearest && ` The nearest is “${nearest.title}”; too little speaks for it.`}
        </p>
      </div>
      <Moved />
      {pasted && <DigestPanel result={result} />}
      <Later>
        {() => (
          <>
            <Limits result={result} />
            <WaitChain />
            {!pasted && <p>A paste tells more: {WORTH_PASTING}</p>}
            <NextCheckCard next={diagnosis.next} />
            <Trail />
            <FindingList title="Too little speaks for these" findings={diagnosis.findings.slice(0, SHOWN)} />
            {pasted && <DraftIncident result={result} />}
            <p className={styles.small}>
              You can also look through the{' '}
              <Link to="/incidents/" target="_blank">
                incidents
              </Link>
              .
            </p>
          </>
        )}
      </Later>
    </div>
  );
}
