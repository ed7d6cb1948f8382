'use client';

import type { ReactNode } from 'react';
import { Button } from '../ui/button';
import { useActions, usePack, useTriage } from './context';
import styles from './advice.module.css';

export const SAID: Record<string, string> = { 'dont-know': 'you don’t know', 'cant-run': 'you can’t run it' };

/** What was answered and tried; each step can be taken back. */
export function Trail() {
  const answers = useTriage((state) => state.page.answers);
  const tried = useTriage((state) => state.page.tried);
  const words = useWords();
  const { unanswer, untry } = useActions();
  if (answers.length + tried.length === 0) return null;
  return (
    <section className={styles.card} aria-label="What you said">
      <h2 className={styles.heading}>What you said</h2>
      <ol className={styles.list} role="list">
        {answers.map((answer) => (
          <Step key={answer.check} name={words.ask(answer.check)} onRemove={() => unanswer(answer.check)}>
            {words.ask(answer.check)} <strong>{words.outcome(answer.check, answer.outcome)}</strong>
            {answer.by === 'pasted' && <span className={styles.small}> (read from its output)</span>}
          </Step>
        ))}
        {tried.map(({ incident, fix }) => (
          <Step
            key={`${incident}/${fix}`}
            name={words.fix(incident, fix)}
            onRemove={() => untry(incident, fix)}
          >
            Did not help: <strong>{words.fix(incident, fix)}</strong>
          </Step>
        ))}
      </ol>
    </section>
  );
}

function Step({ name, onRemove, children }: { name: string; onRemove: () => void; children: ReactNode }) {
  return (
    <li className={styles.step}>
      <span>{children}</span>
      <Button look="quiet" onClick={onRemove} aria-label={`Take back: ${name}`}>
        Take back
      </Button>
    </li>
  );
}

/** Ids as people read them. An id that the book does not know stands for itself. */
export function useWords() {
  const pack = usePack();
  const check = (id: string) => pack?.checks.find((each) => each.id === id);
  const incident = (id: string) => pack?.incidents.find((each) => each.id === id);
  return {
    ask: (id: string) => check(id)?.ask ?? id,
    outcome: (id: string, outcome: string) =>
      SAID[outcome] ?? check(id)?.outcomes.find((each) => each.id === outcome)?.label ?? outcome,
    incident: (id: string) => incident(id)?.title ?? id,
    fix: (id: string, fix: string) => incident(id)?.fixes.find((each) => each.id === fix)?.title ?? fix,
  };
}
