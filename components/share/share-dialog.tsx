'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FileSection } from './file-section';
import { KeepSection } from './keep-section';
import { LinkSection } from './link-section';
import { PostmortemSection } from './postmortem-section';
import { useShared } from './use-shared';
import styles from './share.module.css';

const WAYS = [
  { id: 'link', label: 'Link', Section: LinkSection },
  { id: 'file', label: 'Case file', Section: FileSection },
  { id: 'postmortem', label: 'Postmortem', Section: PostmortemSection },
  { id: 'keep', label: 'Keep', Section: KeepSection },
] as const;

/** Four ways to take a case along. Each shows what it holds before anything is copied or saved. */
export function ShareDialog({ onClose }: { onClose: () => void }) {
  const [way, setWay] = useState<(typeof WAYS)[number]['id']>('link');
  const shared = useShared();
  const Section = WAYS.find(({ id }) => id === way)!.Section;
  return (
    <Dialog label="Share this case" onClose={onClose}>
      <div className={styles.head}>
        <div className={styles.ways} role="group" aria-label="Way to share">
          {WAYS.map(({ id, label }) => (
            <Button
              key={id}
              look="quiet"
              aria-pressed={id === way}
              data-first={id === 'link' ? '' : undefined}
              onClick={() => setWay(id)}
            >
              {label}
            </Button>
          ))}
        </div>
        <Button look="quiet" aria-label="Close" onClick={onClose}>
          <X size={18} aria-hidden />
        </Button>
      </div>
      <div className={styles.body}>
        <Section shared={shared} onClose={onClose} />
      </div>
    </Dialog>
  );
}
