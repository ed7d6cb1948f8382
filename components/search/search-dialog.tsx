'use client';

import { Search as Icon, X } from 'lucide-react';
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { looksLikeLog } from '@/lib/search/looks-like-log';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { href } from '../ui/link';
import { entriesOf, moved, type Entry } from './entries';
import { EntryList, optionId } from './entry-list';
import { handOver } from './handover';
import { forgetPages, recentPages } from './recent';
import { useAnswer } from './use-answer';
import styles from './search.module.css';

export { loadIndex } from './load-index';

/** Search as a dialog: a box, and under it what it finds, with the arrow keys and Enter. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [recent, setRecent] = useState(recentPages);
  const { answer, state } = useAnswer(text);
  const entries = entriesOf(answer, recent, looksLikeLog(text) ? text : null);
  const type = (value: string) => {
    setText(value);
    setAt(0);
  };
  const choose = (entry: Entry | undefined, tab: boolean) => {
    if (!entry) return;
    onClose();
    if (entry.type === 'triage') handOver(text);
    else if (tab) window.open(href(entry.path), '_blank', 'noopener');
    else location.assign(href(entry.path));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      return choose(entries[at], event.ctrlKey || event.metaKey);
    }
    const next = moved(at, event.key, entries.length);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
  };
  // A one-line box would swallow the line ends of a log.
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!looksLikeLog(pasted)) return;
    event.preventDefault();
    type(pasted);
  };
  return (
    <Dialog label="Search" onClose={onClose} className={styles.dialog}>
      <div className={styles.box}>
        <Icon size={18} aria-hidden />
        <input
          className={styles.input}
          role="combobox"
          aria-label="Search the incidents"
          aria-expanded={entries.length > 0}
          aria-controls="search-results"
          aria-autocomplete="list"
          aria-activedescendant={entries[at] ? optionId(at) : undefined}
          placeholder="Error, symptom, alert"
          data-first=""
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <Button look="quiet" aria-label="Close search" onClick={onClose}>
          <X size={18} aria-hidden />
        </Button>
      </div>
      <div className={styles.under}>
        {!answer && recent.length > 0 && (
          <p className={styles.title}>
            Read last
            <Button
              look="quiet"
              onClick={() => {
                forgetPages();
                setRecent([]);
              }}
            >
              Forget them
            </Button>
          </p>
        )}
        <EntryList entries={entries} at={at} onPoint={setAt} onChoose={choose} />
        <p className={styles.note} role="status">
          {sentenceOf(state, text, answer?.results.length ?? 0)} {answer?.notes.join(' ')}
        </p>
      </div>
      <p className={styles.foot} aria-hidden>
        <kbd>↑</kbd> <kbd>↓</kbd> choose · <kbd>Enter</kbd> open · <kbd>Esc</kbd> close
      </p>
    </Dialog>
  );
}

function sentenceOf(state: 'loading' | 'ready' | 'failed', text: string, found: number): string {
  if (state === 'failed')
    return 'The book did not load, so nothing can be searched. Check the connection and try again.';
  if (text.trim() === '') return 'What you type stays in this browser.';
  if (state === 'loading') return 'The book is still loading.';
  if (found === 0)
    return 'Nothing in the book has these words. Try one word of the error, or paste the log into triage.';
  return found === 1 ? '1 incident.' : `${found} incidents.`;
}
