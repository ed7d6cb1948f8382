'use client';

import { useState } from 'react';
import { Button } from '../ui/button';
import { Disclosure } from '../ui/disclosure';
import { clusterOf, clusterWords } from './cluster';
import { ClusterForm } from './cluster-form';
import { keep, wasAsked } from './cluster-kept';
import { useTriage } from './context';
import styles from './cluster.module.css';

/** The cluster in one line, always there, and open to change. */
export function ClusterBar() {
  const words = clusterWords(useCluster());
  return (
    <div className={styles.bar}>
      <Disclosure
        summary={
          <>
            Cluster: <span className={styles.words}>{words.join(' · ') || 'not said'}</span>
          </>
        }
      >
        <ClusterForm />
        <p className={styles.note}>
          It decides which incidents apply and which commands can be run. Kept in this browser; what is pasted
          counts where you say nothing.
        </p>
      </Disclosure>
    </div>
  );
}

/** Asked once, in one row, and only while nothing is known. */
export function ClusterAsk() {
  const facts = useTriage((state) => state.result?.diagnosis.facts);
  const said = useTriage((state) => Object.keys(state.page.profile).length > 0);
  const [asked, setAsked] = useState(wasAsked);
  const pasted = clusterOf(facts ?? [], {});
  if (asked || pasted.runtime || pasted.cgroup) return null;
  return (
    <section className={styles.ask} aria-label="Which cluster is this?">
      <p>Which cluster is this? Then only commands that can be run there are offered.</p>
      <ClusterForm compact />
      <Button
        look="quiet"
        onClick={() => {
          if (!said) keep({});
          setAsked(true);
        }}
      >
        {said ? 'Done' : 'Not now'}
      </Button>
    </section>
  );
}

function useCluster() {
  const facts = useTriage((state) => state.result?.diagnosis.facts);
  const profile = useTriage((state) => state.page.profile);
  return clusterOf(facts ?? [], profile);
}
