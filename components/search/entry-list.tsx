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
  if (entries.length === 0) return null;
  return (
    <ul id="search-results" ref={list} className={styles.list} role="listbox" aria-label="Results">
      {entries.map((entry, index) => (
        <li key={entry.key} role="none">
          <Option entry={entry} at={index} selected={index === at} onPoint={onPoint} onChoose={onChoose} />
        </li>
      ))}
    </ul>
  );
}

function Option({
  entry,
  at,
  selected,
  onPoint,
  onChoose,
}: Omit<Props, 'entries'> & { entry: Entry; selected: boolean }) {
  const shared = {
    id: optionId(at),
    role: 'option',
    'aria-selected': selected,
    tabIndex: -1,
    className: styles.option,
    onPointerMove: () => !selected && onPoint(at),
  } as const;
  if (entry.type === 'page') {
    return (
      <a {...shared} href={href(entry.path)}>
        <strong>{entry.title}</strong>
        {entry.detail && <span>{entry.detail}</span>}
      </a>
    );
  }
  return (
    <button {...shared} type="button" onClick={() => onChoose(entry, false)}>
      <strong>This looks like a log. Diagnose it</strong>
      <span>
        {entry.lines === 1 ? '1 line goes' : `${entry.lines} lines go`} to the paste box, inside this browser.
      </span>
    </button>
  );
}
