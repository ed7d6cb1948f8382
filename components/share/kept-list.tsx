'use client';

import { Pencil, Trash2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useActions } from '../triage/context';
import { Button } from '../ui/button';
import { remove, rename, type KeptCase } from './kept-store';
import styles from './share.module.css';

interface Props {
  kept: KeptCase[];
  change: (act: () => Promise<void>) => Promise<void>;
  onOpen?: () => void;
}

/** Kept cases: open, rename, delete. */
export function KeptList({ kept, change, onOpen }: Props) {
  const [naming, setNaming] = useState<string | null>(null);
  const { open } = useActions();
  return (
    <ul className={styles.kept} role="list" aria-label="Kept cases">
      {kept.map((each) => (
        <li key={each.id}>
          {naming === each.id ? (
            <NameForm
              name={each.name}
              onName={(name) => void change(() => rename(each.id, name)).then(() => setNaming(null))}
            />
          ) : (
            <button
              type="button"
              className={styles.keptName}
              onClick={() => {
                open(each.page, null);
                onOpen?.();
              }}
            >
              {each.name} <span className={styles.note}>{each.at.slice(0, 10)}</span>
            </button>
          )}
          <Button look="quiet" aria-label={`Rename ${each.name}`} onClick={() => setNaming(each.id)}>
            <Pencil size={16} aria-hidden />
          </Button>
          <Button
            look="quiet"
            aria-label={`Delete ${each.name}`}
            onClick={() => void change(() => remove(each.id))}
          >
            <Trash2 size={16} aria-hidden />
          </Button>
        </li>
      ))}
    </ul>
  );
}

export function NameForm({
  name,
  label,
  onName,
}: {
  name: string;
  label?: string;
  onName: (name: string) => void;
}) {
  const [text, setText] = useState(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') onName(text.trim());
  };
  return (
    <form className={styles.name} onSubmit={submit}>
      <input
        aria-label="Name of the case"
        value={text}
        maxLength={120}
        autoFocus={!label}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" look={label ? 'primary' : 'plain'}>
        {label ?? 'Rename'}
      </Button>
    </form>
  );
}
