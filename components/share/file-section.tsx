'use client';

import { Download } from 'lucide-react';
import { Button } from '../ui/button';
import { redactionSummary } from './contents';
import { download } from './download';
import { FILE_ENDING } from './open-file';
import type { SectionProps } from './use-shared';
import { Waiting } from './waiting';
import styles from './share.module.css';

/** More is not read in a preview; the file has all of it. */
const SHOWN = 20_000;

/** For handover: what was pasted goes along, after redaction. */
export function FileSection({ shared }: SectionProps) {
  if (shared?.type !== 'ok') return <Waiting outcome={shared} />;
  const { texts, counts, caseFile } = shared.value;
  const text = texts.join('\n\n');
  return (
    <>
      <p>
        A file for whoever takes over. It holds what was pasted, with names and secrets replaced, and all
        answers. Drop it onto this page to open it.
      </p>
      <p role="status">{redactionSummary(counts)} Versions stay.</p>
      <textarea
        className={styles.preview}
        readOnly
        rows={12}
        aria-label="What the file holds of the paste"
        value={text.slice(0, SHOWN)}
      />
      {text.length > SHOWN && (
        <p className={styles.note}>
          The file holds {(text.length - SHOWN).toLocaleString('en')} more characters.
        </p>
      )}
      <div className={styles.actions}>
        <Button look="primary" onClick={() => download(`case${FILE_ENDING}`, caseFile, 'application/json')}>
          <Download size={16} aria-hidden /> Download case file
        </Button>
      </div>
    </>
  );
}
