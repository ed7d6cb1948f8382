'use client';

import { Share2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTriage } from '../triage/context';
import { Button } from '../ui/button';
import styles from './share.module.css';

export const loadShare = () => import('./share-dialog');
const ShareDialog = lazy(async () => ({ default: (await loadShare()).ShareDialog }));

/** In the bar of the case: everything that may leave the page, each with its preview. */
export function ShareButton() {
  const [open, setOpen] = useState(false);
  const ready = useTriage((state) => state.result !== null);
  return (
    <>
      <Button
        look="quiet"
        disabled={!ready}
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
        aria-label="Share"
      >
        <Share2 size={16} aria-hidden /> <span className={styles.word}>Share</span>
      </Button>
      {open && (
        <Suspense>
          <ShareDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
