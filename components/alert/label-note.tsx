'use client';

import { Link } from '@/components/ui/link';
import { SLOTS, type Slot } from '@/lib/fill/slots';
import { fragmentOf } from '@/lib/fill/labels';
import { useLabels } from './use-labels';
import styles from './alert.module.css';

/** Which labels came with the link, and the way to triage with them. */
export function LabelNote() {
  const { chosen, refused } = useLabels();
  const named = (Object.keys(chosen) as Slot[]).map((slot) => `${SLOTS[slot].title} ${chosen[slot]}`);
  return (
    <div className={styles.labels}>
      {named.length > 0 && <p>Commands are filled for {named.join(', ')}.</p>}
      {refused.length > 0 && (
        <p className={styles.refused}>
          Left out, because it is no name that a command may hold: {refused.join(', ')}.
        </p>
      )}
      <p>
        The alert alone does not tell which it is.{' '}
        <Link to={`/${fragmentOf(chosen)}`}>Paste what you see</Link>, and the page tells them apart.
      </p>
    </div>
  );
}
