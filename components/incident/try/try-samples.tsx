'use client';

import { lazy, Suspense, useState } from 'react';
import { Button } from '@/components/ui/button';
import { sampleTitle } from './sample-names';
import styles from './try.module.css';

const SampleRun = lazy(async () => ({ default: (await import('./sample-run')).SampleRun }));

interface Props {
  incident: string;
  samples: { name: string; kind: 'hit' | 'miss' }[];
}

const KINDS = [
  { kind: 'hit', words: 'Must be found' },
  { kind: 'miss', words: 'Look-alikes that must not be found' },
] as const;

/** The pastes that hold this page to its word, run by the engine in this very page. */
export function TrySamples({ incident, samples }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <section className={styles.section} id="samples" aria-labelledby="samples-title">
      <h2 id="samples-title">Try its samples</h2>
      <p className={styles.note}>
        Each is checked at every build. Here it runs in your browser, line by line.
      </p>
      {KINDS.map(({ kind, words }) => (
        <div key={kind} className={styles.kind} role="group" aria-label={words}>
          <p className={styles.label}>{words}</p>
          <div className={styles.names}>
            {samples
              .filter((sample) => sample.kind === kind)
              .map(({ name }) => (
                <Button key={name} aria-pressed={chosen === name} onClick={() => setChosen(name)}>
                  {sampleTitle(name)}
                </Button>
              ))}
          </div>
        </div>
      ))}
      {chosen !== null && (
        <Suspense fallback={<p role="status">Loading the engine …</p>}>
          <SampleRun incident={incident} name={chosen} mustHit={chosen.startsWith('hit-')} />
        </Suspense>
      )}
    </section>
  );
}
