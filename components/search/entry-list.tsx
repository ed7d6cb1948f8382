import { useEffect, useRef } from 'react';
import { href } from '../ui/link';
import type { Entry } from './entries';
import styles from './search.module.css';

export const optionId = (at: number) => `search-option-${at}`;

interface Props {
  entries: Entry[];
  at: number;
  onPoint: (at: number) => void;
  onChoose: (entry: Entry, tab: boolean) => void;
}

/** The focus stays in the box; the list only shows which one Enter would open. */
export function EntryList({ entries, at, onPoint, onChoose }: Props) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at, entries]);
  return (
    <ul id="search-results" ref={list} className={styles.list} role="listbox" aria-label="Results">
      {entries.map((entry, index) => (
        <li
          key={entry.key}
          id={optionId(index)}
          role="option"
          aria-selected={index === at}
          className={styles.option}
          onPointerMove={() => index !== at && onPoint(index)}
        >
          {entry.type === 'triage' ? (
            <button type="button" tabIndex={-1} onClick={() => onChoose(entry, false)}>
              <strong>This looks like a log. Diagnose it</strong>
              <span>
                {entry.lines === 1 ? '1 line goes' : `${entry.lines} lines go`} to the paste box, inside this
                browser.
              </span>
            </button>
          ) : (
            <a href={href(entry.path)} tabIndex={-1}>
              <strong>{entry.title}</strong>
              {entry.detail && <span>{entry.detail}</span>}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
