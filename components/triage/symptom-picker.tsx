'use client';

import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '../ui/button';
import { Choices } from '../ui/choices';
import { CommandLine } from '../ui/command-line';
import { Panel } from '../ui/panel';
import { TabPanel, Tabs } from '../ui/tabs';
import { useActions, usePack } from './context';
import { matching, NOT_READY, SYMPTOM_GROUPS, symptomsOf, type Symptom } from './symptoms';
import styles from './symptom-picker.module.css';

const GROUPS = Object.entries(SYMPTOM_GROUPS).map(([id, label]) => ({ id, label }));

/** The way in for somebody who has nothing to paste: what one sees, a group at a time, with type-ahead over all. */
export function SymptomPicker() {
  const pack = usePack();
  const symptoms = useMemo(() => (pack ? symptomsOf(pack) : []), [pack]);
  const [typed, setTyped] = useState('');
  const [group, setGroup] = useState<string>('wide');
  const [first, setFirst] = useState<Symptom | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const { answer } = useActions();
  const found = matching(symptoms, typed);
  const pick = (id: string) => {
    const symptom = symptoms.find((each) => each.id === id);
    const [only] = symptom?.answers ?? [];
    if (symptom && symptom.answers.length > 1) setFirst(symptom);
    else if (only) answer({ check: only.check, outcome: only.outcome, by: 'picked' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && typed.trim() !== '' && found[0]) pick(found[0].id);
    else if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>('li button')?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <Panel title="Nothing to paste? Start from what you see" className={styles.picker}>
      {first ? (
        <AskFirst symptom={first} onBack={() => setFirst(null)} />
      ) : (
        <>
          <input
            type="search"
            className={styles.search}
            aria-label="Type what you see"
            placeholder="NotReady, Terminating, 502 …"
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
          <div ref={list} className={styles.list}>
            {!pack ? (
              <p className={styles.nothing}>The book is loading …</p>
            ) : typed.trim() === '' ? (
              <Tabs label="Where you see it" tabs={GROUPS} value={group} onChange={setGroup}>
                {GROUPS.map(({ id }) => (
                  <TabPanel key={id} id={id}>
                    <Questions symptoms={symptoms.filter((each) => each.group === id)} onPick={pick} />
                  </TabPanel>
                ))}
              </Tabs>
            ) : (
              <Found symptoms={found} onPick={pick} />
            )}
          </div>
        </>
      )}
    </Panel>
  );
}

/** The symptoms of one group under the questions that they answer. */
function Questions({ symptoms, onPick }: { symptoms: Symptom[]; onPick: (id: string) => void }) {
  const questions = [...new Set(symptoms.map(({ ask }) => ask))];
  return (
    <div className={styles.questions}>
      {questions.map((ask) => (
        <div key={ask} className={styles.question}>
          <h3>{ask}</h3>
          <Choices choices={symptoms.filter((symptom) => symptom.ask === ask)} onPick={onPick} />
        </div>
      ))}
    </div>
  );
}

function Found({ symptoms, onPick }: { symptoms: Symptom[]; onPick: (id: string) => void }) {
  if (symptoms.length === 0)
    return (
      <p className={styles.nothing}>
        Nothing in the book looks like that. Use fewer words, or paste what the screen shows.
      </p>
    );
  return (
    <Choices
      label="What fits"
      choices={symptoms.map(({ id, label, ask, group }) => ({
        id,
        label,
        note: `${SYMPTOM_GROUPS[group]}: ${ask}`,
      }))}
      onPick={onPick}
    />
  );
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
