'use client';

import { useId } from 'react';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import type { Reading } from './store';
import styles from './reading-file.module.css';

/** A file on its way: how far, how fast, and the way to stop it. */
export function ReadingFile({ name, progress, stop }: Reading) {
  const id = useId();
  return (
    <Notice>
      <div className={styles.reading}>
        <p id={id} role="status">
          Reading {name}
        </p>
        <Button onClick={stop}>Stop reading</Button>
        {progress ? (
          <progress aria-labelledby={id} max={progress.of} value={progress.bytes} />
        ) : (
          <progress aria-labelledby={id} />
        )}
        <span className={styles.far}>
          {progress &&
            `${megabytes(progress.bytes)} of ${megabytes(progress.of)} MB, ${megabytes(progress.rate)} MB a second`}
        </span>
      </div>
    </Notice>
  );
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
