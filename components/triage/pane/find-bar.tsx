'use client';

import { CaseSensitive, ChevronDown, ChevronUp, X } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { Button } from '../../ui/button';
import type { Find } from './use-find';
import styles from './pane.module.css';

/** The search in the paste: text, where it stands, next and previous. */
export function FindBar({
  ref,
  find,
  onClose,
}: {
  ref: Ref<HTMLInputElement>;
  find: Find;
  onClose: () => void;
}) {
  const { query, exact, count, ask, step } = find;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.find} role="search" aria-label="Find in this paste">
      <input
        ref={ref}
        type="search"
        className={styles.query}
        aria-label="Find in this paste"
        placeholder="Find in this paste"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => ask(event.target.value, exact)}
        onKeyDown={onKeyDown}
      />
      <span className={styles.count} role="status">
        {wordsOf(find)}
      </span>
      <Button
        look="quiet"
        aria-label="Letter case counts"
        aria-pressed={exact}
        onClick={() => ask(query, !exact)}
      >
        <CaseSensitive size={18} aria-hidden />
      </Button>
      <Button look="quiet" aria-label="Previous place" disabled={count === 0} onClick={() => step(-1)}>
        <ChevronUp size={18} aria-hidden />
      </Button>
      <Button look="quiet" aria-label="Next place" disabled={count === 0} onClick={() => step(1)}>
        <ChevronDown size={18} aria-hidden />
      </Button>
      <Button look="quiet" aria-label="Close the search" onClick={onClose}>
        <X size={18} aria-hidden />
      </Button>
    </div>
  );
}

function wordsOf({ query, count, at, done, atLeast }: Find): string {
  if (query === '') return '';
  if (count === 0) return done ? 'Not found' : 'Searching …';
  const all = `${atLeast ? 'at least ' : ''}${count.toLocaleString('en')}`;
  return `${(at + 1).toLocaleString('en')} of ${all}${done ? '' : ' …'}`;
}
