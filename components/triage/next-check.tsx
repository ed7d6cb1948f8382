'use client';

import type { NextCheck } from '@/lib/triage/diagnosis';
import { Button } from '../ui/button';
import { Disclosure } from '../ui/disclosure';
import { Link } from '../ui/link';
import { ClusterAsk } from './cluster-bar';
import { FilledCommand } from './command';
import { useActions, usePack } from './context';
import { PasteBox } from './paste-box';
import { Slots } from './slots';
import { QUESTION } from './use-lost-focus';
import styles from './advice.module.css';

/** The one check that is worth most now: beside the fixes, never in front of them. */
export function NextCheckCard({ next }: { next: NextCheck | null }) {
  const { answer } = useActions();
  if (!next) return null;
  const pick = (outcome: string) => answer({ check: next.check, outcome, by: 'picked' });
  return (
    <>
      {next.command && <ClusterAsk />}
      {/* The key: what was typed for one check does not stay for the next. */}
      <section key={next.check} className={styles.box} aria-label="Settle it">
        <h2 className={styles.heading}>Settle it</h2>
        <p className={styles.ask} tabIndex={-1} {...{ [QUESTION]: '' }}>
          <Link to={`/checks/${next.check}/`} target="_blank">
            {next.ask}
          </Link>
        </p>
        {next.command && <FilledCommand run={next.command} />}
        <Slots commands={[next.command]} />
        {next.command && (
          <PasteBox
            check={next.check}
            label={`Paste the output of: ${next.ask}`}
            placeholder="Paste its output here, and it answers by itself."
            submit="Read it"
          />
        )}
        <p className={styles.small}>{next.command ? 'Or say what it shows:' : 'Say what you see:'}</p>
        <div className={styles.row}>
          {next.outcomes.map((outcome) => (
            <Button key={outcome.id} className={styles.outcome} onClick={() => pick(outcome.id)}>
              {outcome.label}
              {outcome.looks && <small data-printed={next.command !== null}>{outcome.looks}</small>}
            </Button>
          ))}
          <Button look="quiet" onClick={() => pick('dont-know')}>
            I don’t know
          </Button>
          {next.command && (
            <Button look="quiet" onClick={() => pick('cant-run')}>
              I can’t run this
            </Button>
          )}
        </div>
        <Why next={next} />
      </section>
    </>
  );
}

/** The incidents that the answers favour, and whether the first fix hangs on it. */
function Why({ next }: { next: NextCheck }) {
  const pack = usePack();
  const title = (id: string) => pack?.incidents.find((incident) => incident.id === id)?.title ?? id;
  const telling = next.outcomes.filter((outcome) => outcome.favours.length > 0);
  return (
    <Disclosure summary="Why this question">
      <div className={styles.card}>
        <ul className={styles.list} role="list">
          {telling.map((outcome) => (
            <li key={outcome.id} className={styles.small}>
              “{outcome.label}” speaks for {outcome.favours.map(title).join(', and for ')}.
            </li>
          ))}
          {telling.length === 0 && (
            <li className={styles.small}>It tells what is in the book from what is not.</li>
          )}
        </ul>
        <p className={styles.small}>
          {next.changesFix
            ? 'The fix to try first may change with the answer.'
            : 'The fix to try first stays the same whatever the answer; it makes the finding surer.'}{' '}
          It takes about {Math.round(next.cost)} minutes.
        </p>
      </div>
    </Disclosure>
  );
}
