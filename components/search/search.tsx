'use client';

import { Search as Icon } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore, type ComponentType } from 'react';
import { Button } from '../ui/button';
import { href } from '../ui/link';
import { whenIdle } from '../ui/when-idle';
import { rememberPage } from './recent';
import { isSearchKey } from './search-key';
import styles from './search.module.css';

const never = () => () => {};
const keysHere = () => (/Mac|iPhone|iPad/.test(navigator.platform) ? '⌘ K' : 'Ctrl K');

const loadDialog = () => import('./search-dialog');

/** The way to search, on every page: the button, Ctrl+K or ⌘K, and `/`. */
export function Search() {
  const [open, setOpen] = useState(false);
  const keys = useSyncExternalStore(never, keysHere, () => 'Ctrl K');
  // Kept here, and not in React.lazy: once loaded, the dialog must be there before the next key is.
  const [Dialog, setDialog] = useState<ComponentType<{ onClose: () => void }> | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isSearchKey(event)) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => {
    // The 404 page stands at any address.
    if (document.querySelector('[data-missing]')) return;
    rememberPage(location.pathname.slice(href('').length), document.title.replace(/ · Faultbook$/, ''));
  }, []);
  useEffect(() => {
    if (Dialog) return;
    const load = () =>
      void loadDialog().then(({ SearchDialog, loadIndex }) => {
        setDialog(() => SearchDialog);
        void loadIndex().catch(() => {});
      });
    if (!open) return whenIdle(load);
    load();
  }, [open, Dialog]);
  return (
    <>
      <Button look="quiet" className={styles.open} onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Icon size={16} aria-hidden />
        <span className={styles.word}>Search</span>
        <kbd className={styles.keys} aria-hidden>
          {keys}
        </kbd>
      </Button>
      {open && Dialog && <Dialog onClose={() => setOpen(false)} />}
    </>
  );
}
