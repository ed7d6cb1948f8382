'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TabPanel, Tabs } from '../ui/tabs';
import { CiteSection } from './cite-section';
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
  { id: 'cite', label: 'Cite', Section: CiteSection },
  { id: 'keep', label: 'Keep', Section: KeepSection },
] as const;

/** Five ways to take a case along. Each shows what it holds before anything is copied or saved. */
export function ShareDialog({ onClose }: { onClose: () => void }) {
  const [way, setWay] = useState<string>('link');
  const shared = useShared();
  return (
    <Dialog label="Share this case" onClose={onClose}>
      <Tabs
        label="Way to share"
        tabs={WAYS}
        value={way}
        onChange={setWay}
        className={styles.tabs ?? ''}
        beside={
          <Button look="quiet" aria-label="Close" onClick={onClose}>
            <X size={18} aria-hidden />
          </Button>
        }
      >
        {WAYS.map(({ id, Section }) => (
          <TabPanel key={id} id={id} className={styles.body}>
            <Section shared={shared} onClose={onClose} />
          </TabPanel>
        ))}
      </Tabs>
    </Dialog>
  );
}
