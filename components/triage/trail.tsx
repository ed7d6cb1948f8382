'use client';

import { Button } from '../ui/button';
import { useActions, usePack, useTriage } from './context';
import styles from './advice.module.css';

const SAID: Record<string, string> = { 'dont-know': 'you don’t know', 'cant-run': 'you can’t run it' };

/** What was answered and tried; each step can be taken back. */
export function Trail() {
  const answers = useTriage((state) => state.page.answers);
  const tried = useTriage((state) => state.page.tried);
  const pack = usePack();
  const { unanswer } = useActions();
  if (answers.length + tried.length === 0) return null;
  return (
    <section className={styles.card} aria-label="What you said">
      <h2 className={styles.heading}>What you said</h2>
      <ul className={styles.list} role="list">
        {answers.map(({ check, outcome }) => {
          const known = pack?.checks.find((each) => each.id === check);
          const label =
            SAID[outcome] ?? known?.outcomes.find((each) => each.id === outcome)?.label ?? outcome;
          return (
            <li key={check} className={styles.row}>
              <span>
                {known?.ask ?? check} <strong>{label}</strong>
              </span>
              <Button
                look="quiet"
                onClick={() => unanswer(check)}
                aria-label={`Take back: ${known?.ask ?? check}`}
              >
                Take back
              </Button>
            </li>
          );
        })}
        {tried.map(({ incident, fix }) => (
          <li key={`${incident}/${fix}`}>
            Did not help:{' '}
            {pack?.incidents.find((each) => each.id === incident)?.fixes.find((each) => each.id === fix)
              ?.title ?? fix}
          </li>
        ))}
      </ul>
    </section>
  );
}
