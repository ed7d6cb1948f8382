'use client';

import { numberOf } from '@/lib/view/model';
import { useActions, useTriage } from './context';
import { goToLines } from './pane/to-reason';
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
  const part = useTriage((state) => state.result?.of.parts[source]);
  const go = () => {
    look({ source, line });
    goToLines();
  };
  return (
    <button type="button" className={styles.line} onClick={go}>
      <span className={styles.number}>{numberOf(part ?? {}, line)}</span>
      <code>{visible(text.slice(0, 600))}</code>
      {note && <span className={styles.note}>{note}</span>}
    </button>
  );
}
