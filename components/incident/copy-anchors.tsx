'use client';

import { useEffect, useState } from 'react';
import { copyText } from '@/components/ui/copy-text';
import { siteHere } from '@/components/ui/site';
import styles from './incident-page.module.css';

/** Whoever follows a heading's own link also gets its address on the clipboard, with the revision that is read. */
export function CopyAnchors({ path, revision }: { path: string; revision: number }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onClick = async (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-anchor]') : null;
      if (!link) return;
      const done = await copyText(`${siteHere()}${path}?rev=${revision}${link.hash}`);
      setSaid(done ? `Link to “${link.dataset.anchor}” copied.` : 'The browser did not allow copying.');
      clearTimeout(timer);
      timer = setTimeout(() => setSaid(''), 2500);
    };
    document.addEventListener('click', onClick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('click', onClick);
    };
  }, [path, revision]);
  return (
    <p className={styles.toast} role="status">
      {said}
    </p>
  );
}
