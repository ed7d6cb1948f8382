'use client';

import { X } from 'lucide-react';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Keys } from '../ui/keys';
import { SHEET } from './keys';
import { PANE_KEYS } from './pane/keys';
import styles from './keyboard-sheet.module.css';

/** Every key of the page. They act only while nothing is typed. */
export function KeyboardSheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog label="Keyboard" onClose={onClose} className={styles.sheet}>
      <div className={styles.head}>
        <h2>Keyboard</h2>
        <Button look="quiet" aria-label="Close" data-first="" onClick={onClose}>
          <X size={18} aria-hidden />
        </Button>
      </div>
      <div className={styles.body} tabIndex={0} role="region" aria-label="All keys">
        <KeyList keys={SHEET} />
        <h3>In what you pasted</h3>
        <KeyList keys={PANE_KEYS} />
        <p className={styles.note}>Keys act only while nothing is typed.</p>
      </div>
    </Dialog>
  );
}

function KeyList({ keys: rows }: { keys: readonly { keys: string; does: string }[] }) {
  return (
    <dl className={styles.list}>
      {rows.map(({ keys, does }) => (
        <div key={keys}>
          <dt>
            <Keys keys={keys} />
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
