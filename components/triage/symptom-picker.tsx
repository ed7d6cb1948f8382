'use client';

import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '../ui/button';
import { CommandLine } from '../ui/command-line';
import { useActions, usePack } from './context';
import { matching, NOT_READY, SYMPTOM_GROUPS, symptomsOf, type Symptom } from './symptoms';
import styles from './symptom-picker.module.css';

/** The way in for somebody who has nothing to paste: what one sees, grouped, with type-ahead. */
export function SymptomPicker() {
  const pack = usePack();
  const symptoms = useMemo(() => (pack ? symptomsOf(pack) : []), [pack]);
  const [typed, setTyped] = useState('');
  const [first, setFirst] = useState<Symptom | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const title = useId();
  const { answer } = useActions();
  const found = matching(symptoms, typed);
  const pick = (symptom: Symptom) => {
    const [only] = symptom.answers;
    if (symptom.answers.length > 1) setFirst(symptom);
    else if (only) answer({ check: only.check, outcome: only.outcome, by: 'picked' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && found[0]) pick(found[0]);
    else if (event.key === 'ArrowDown') list.current?.querySelector('button')?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <section id="what-you-see" className={styles.picker} aria-labelledby={title}>
      <h2 id={title}>Nothing to paste? Start from what you see</h2>
      {first ? (
        <AskFirst symptom={first} onBack={() => setFirst(null)} />
      ) : (
        <>
          <input
            type="search"
            className={styles.search}
            aria-label="Type what you see"
            placeholder="Type what you see: NotReady, Terminating, 502 …"
            value={typed}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <p className="visually-hidden" role="status">
            {typed.trim() === ''
              ? ''
              : `${found.length} found${found[0] ? `; Enter takes: ${found[0].label}` : ''}`}
          </p>
          <div ref={list} className={styles.groups}>
            <Groups symptoms={found} onPick={pick} />
          </div>
          {symptoms.length > 0 && found.length === 0 && (
            <p className={styles.looks}>
              Nothing of the book looks like that. Use fewer words, or paste what the screen shows.
            </p>
          )}
        </>
      )}
    </section>
  );
}

function Groups({ symptoms, onPick }: { symptoms: Symptom[]; onPick: (symptom: Symptom) => void }) {
  return Object.entries(SYMPTOM_GROUPS).map(([group, words]) => {
    const own = symptoms.filter((symptom) => symptom.group === group);
    if (own.length === 0) return null;
    return (
      <div key={group} className={styles.group}>
        <h3>{words}</h3>
        {[...new Set(own.map(({ ask }) => ask))].map((ask) => (
          <div key={ask} className={styles.question}>
            <p>{ask}</p>
            <ul role="list">
              {own
                .filter((symptom) => symptom.ask === ask)
                .map((symptom) => (
                  <li key={symptom.id}>
                    <button type="button" className={styles.symptom} onClick={() => onPick(symptom)}>
                      {symptom.label}
                    </button>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    );
  });
}

/** One word on the screen that stands for two things: which of them comes before everything else. */
function AskFirst({ symptom, onBack }: { symptom: Symptom; onBack: () => void }) {
  const { answer, begin } = useActions();
  return (
    <div className={styles.first} role="group" aria-label={NOT_READY.ask}>
      <h3>{NOT_READY.ask}</h3>
      <CommandLine run={NOT_READY.command} />
      {symptom.answers.map(({ check, outcome, label, looks }, index) => (
        <Button
          key={outcome}
          autoFocus={index === 0}
          className={styles.outcome}
          onClick={() => answer({ check, outcome, by: 'picked' })}
        >
          {label}
          {looks && <small>{looks}</small>}
        </Button>
      ))}
      <div className={styles.row}>
        <Button
          look="quiet"
          onClick={() => begin([{ check: NOT_READY.check, outcome: 'dont-know', by: 'picked' }], null)}
        >
          I don’t know
        </Button>
        <Button look="quiet" onClick={onBack}>
          Something else
        </Button>
      </div>
    </div>
  );
}
