'use client';

import type { NextCheck } from '@/lib/triage/diagnosis';
import { Button } from '../ui/button';
import { CommandLine } from '../ui/command-line';
import { Disclosure } from '../ui/disclosure';
import { Link } from '../ui/link';
import { useActions } from './context';
import styles from './advice.module.css';

/** The one check that is worth most now: beside the fixes, never in front of them. */
export function NextCheckCard({ next }: { next: NextCheck | null }) {
  const { answer } = useActions();
  if (!next) return null;
  const pick = (outcome: string) => answer({ check: next.check, outcome, by: 'picked' });
  return (
    <section className={styles.box} aria-label="Settle it">
      <h2 className={styles.heading}>Settle it</h2>
      <p>
        <Link to={`/checks/${next.check}/`} target="_blank">
          {next.ask}
        </Link>
      </p>
      {next.command && <CommandLine run={next.command} />}
      <p className={styles.small}>
        {next.command ? 'Paste its output anywhere on this page, or say what it shows:' : 'Say what you see:'}
      </p>
      <div className={styles.row}>
        {next.outcomes.map((outcome) => (
          <Button key={outcome.id} className={styles.outcome} onClick={() => pick(outcome.id)}>
            {outcome.label}
            {outcome.looks && <small>{outcome.looks}</small>}
          </Button>
        ))}
        <Button look="quiet" onClick={() => pick('dont-know')}>
          I don’t know
        </Button>
        <Button look="quiet" onClick={() => pick('cant-run')}>
          I can’t run this
        </Button>
      </div>
      <Disclosure summary="Why this question">
        <p className={styles.small}>{next.why}</p>
      </Disclosure>
    </section>
  );
}
