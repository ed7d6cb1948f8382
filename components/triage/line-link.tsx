'use client';

import { useActions } from './context';
import { visible } from '@/lib/view/visible';
import styles from './digest-panel.module.css';

/** A line of the paste that leads to its place. */
export function LineLink({
  source,
  line,
  text,
  note,
}: {
  source: number;
  line: number;
  text: string;
  note?: string;
}) {
  const { look } = useActions();
  return (
    <button type="button" className={styles.line} onClick={() => look({ source, line })}>
      <span className={styles.number}>{line}</span>
      <code>{visible(text.slice(0, 600))}</code>
      {note && <span className={styles.note}>{note}</span>}
    </button>
  );
}
