'use client';

import { RotateCcw } from 'lucide-react';
import { visible } from '@/lib/view/visible';
import { Button } from '../ui/button';
import { useActions, useTriage } from './context';
import { RELOAD_HELPS } from './sentences';
import styles from './no-answer.module.css';

/** Enough to see that it is still there; the rest is kept too. */
const SHOWN = 20_000;

/** The engine gave no answer. Why stands above; here stands what is left to do. */
export function NoAnswer() {
  const { undo, startOver } = useActions();
  const reload = useTriage((state) => RELOAD_HELPS.includes(state.notice ?? ''));
  return (
    <div className={styles.state}>
      <h1>No answer yet</h1>
      <p>
        Nothing is lost: what you pasted is kept.{' '}
        {reload
          ? 'Reload the page, and it is read again.'
          : 'Add a smaller piece, take the last step back, or start anew.'}
      </p>
      <div className={styles.row}>
        <Button onClick={undo}>Take it back</Button>
        <Button look="quiet" onClick={startOver}>
          <RotateCcw size={16} aria-hidden /> New case
        </Button>
      </div>
    </div>
  );
}

/** What was pasted, as it is, until there is an answer to show in it. */
export function PlainPaste() {
  const parts = useTriage((state) => state.page.parts);
  return parts.map(({ name, source }, index) => (
    <div key={index} className={styles.paste}>
      <h3>{name}</h3>
      <pre tabIndex={0}>{visible(source.slice(0, SHOWN))}</pre>
      {source.length > SHOWN && (
        <p>{(source.length - SHOWN).toLocaleString('en')} more characters are kept and not shown here.</p>
      )}
    </div>
  ));
}
