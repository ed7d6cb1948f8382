'use client';

import { Link } from '../ui/link';
import { DigestPanel } from './digest-panel';
import { Limits } from './limits';
import { NextCheckCard } from './next-check';
import { OtherFindings } from './other-findings';
import { ReadAs } from './read-as';
import type { Result } from './store';
import { Trail } from './trail';
import styles from './advice.module.css';

/** An honest answer, and everything that could be read all the same. */
export function NotInTheBook({ result }: { result: Result }) {
  const { diagnosis } = result;
  return (
    <div className={styles.advice}>
      <div className={styles.card}>
        <h1 className={styles.title}>Not in the book</h1>
        <p>No known incident explains this paste.</p>
        <ReadAs result={result} />
      </div>
      <DigestPanel result={result} />
      <NextCheckCard next={diagnosis.next} />
      <Trail />
      <OtherFindings findings={diagnosis.findings} diagnosis={{ ...diagnosis, findings: [] }} />
      <Limits result={result} />
      <p className={styles.small}>
        You can also look through the{' '}
        <Link to="/incidents/" target="_blank">
          incidents
        </Link>
        .
      </p>
    </div>
  );
}
