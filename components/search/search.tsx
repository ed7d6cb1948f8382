'use client';

import { Search as Icon } from 'lucide-react';
import { Suspense, lazy, useEffect, useState } from 'react';
import { Button } from '../ui/button';
import { href } from '../ui/link';
import { whenIdle } from '../ui/when-idle';
import { rememberPage } from './recent';
import { isSearchKey } from './search-key';
import styles from './search.module.css';

const loadDialog = () => import('./search-dialog');
const SearchDialog = lazy(async () => ({ default: (await loadDialog()).SearchDialog }));

/** The way to search, on every page: the button, Ctrl+K or ⌘K, and `/`. */
export function Search() {
  const [open, setOpen] = useState(false);
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
    rememberPage(location.pathname.slice(href('').length), document.title.replace(/ · Faultbook$/, ''));
    return whenIdle(() => void loadDialog().then((dialog) => dialog.loadIndex()));
  }, []);
  return (
    <>
      <Button look="quiet" className={styles.open} onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Icon size={16} aria-hidden />
        <span className={styles.word}>Search</span>
        <kbd className={styles.keys} aria-hidden>
          Ctrl K
        </kbd>
      </Button>
      {open && (
        <Suspense>
          <SearchDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
