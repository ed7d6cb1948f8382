'use client';

import { useId, useMemo, useState } from 'react';
import { candidatesOf, fits, SLOTS, slotsIn, type Slot } from '@/lib/fill';
import { useChosen } from './command';
import { useActions, useTriage } from './context';
import styles from './slots.module.css';

/** What these commands are about, where the paste leaves a choice or says nothing. */
export function Slots({ commands }: { commands: readonly (string | null)[] }) {
  const diagnosis = useTriage((state) => state.result?.diagnosis);
  const candidates = useMemo(() => diagnosis && candidatesOf(diagnosis), [diagnosis]);
  const names = useTriage((state) => state.names);
  const chosen = useChosen();
  const slots = slotsIn(commands.filter((command) => command !== null));
  const open = slots.filter((slot) => (candidates?.[slot].length ?? 0) !== 1 || names[slot] !== undefined);
  if (open.length === 0) return null;
  return (
    <div className={styles.slots} role="group" aria-label="Names in these commands">
      {open.map((slot) => {
        const values = candidates?.[slot] ?? [];
        return values.length > 1 ? (
          <Pick key={slot} slot={slot} values={values} value={chosen[slot] ?? ''} />
        ) : (
          <Type key={slot} slot={slot} value={names[slot] ?? ''} />
        );
      })}
    </div>
  );
}

function Pick({ slot, values, value }: { slot: Slot; values: string[]; value: string }) {
  const { name } = useActions();
  return (
    <label className={styles.slot}>
      {SLOTS[slot].title}
      <select className={styles.input} value={value} onChange={(event) => name(slot, event.target.value)}>
        {(values.includes(value) ? values : [value, ...values]).map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </label>
  );
}

/** Nothing was pasted to fill it from: the person may. What has not the shape of a name goes nowhere. */
function Type({ slot, value }: { slot: Slot; value: string }) {
  const { name } = useActions();
  const [text, setText] = useState(value);
  const hint = useId();
  const typed = text.trim();
  const wrong = typed !== '' && !fits(slot, typed);
  return (
    <label className={styles.slot}>
      {SLOTS[slot].title}
      <input
        className={styles.input}
        value={text}
        placeholder="not said"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-invalid={wrong}
        aria-describedby={wrong ? hint : undefined}
        onChange={(event) => {
          setText(event.target.value);
          const next = event.target.value.trim();
          name(slot, fits(slot, next) ? next : null);
        }}
      />
      {wrong && (
        <span id={hint} className={styles.wrong}>
          not a {SLOTS[slot].title}
        </span>
      )}
    </label>
  );
}
