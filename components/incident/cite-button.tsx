'use client';

import { Quote, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { CiteForms, type CiteProps } from './cite-forms';
import styles from './cite.module.css';

/** One button, four forms. */
export function CiteButton(props: CiteProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Quote size={16} aria-hidden /> Cite
      </Button>
      {open && <CiteDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function CiteDialog({ onClose, ...props }: CiteProps & { onClose: () => void }) {
  return (
    <Dialog label="Cite this page" onClose={onClose}>
      <div className={styles.head}>
        <h2>Cite this page</h2>
        <Button look="quiet" aria-label="Close" onClick={onClose}>
          <X size={18} aria-hidden />
        </Button>
      </div>
      <div className={styles.body}>
        <CiteForms {...props} />
      </div>
    </Dialog>
  );
}
