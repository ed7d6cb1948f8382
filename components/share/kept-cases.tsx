'use client';

import { KeptList } from './kept-list';
import { useKept } from './use-kept';
import styles from './share.module.css';

/** On the empty page: the way back to a case that was kept. Nothing where none was. */
export function KeptCases() {
  const { kept, change } = useKept();
  if (kept.length === 0) return null;
  return (
    <section aria-label="Kept cases">
      <h2 className={styles.title}>Kept cases</h2>
      <KeptList kept={kept} change={change} />
    </section>
  );
}
