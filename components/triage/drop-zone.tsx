'use client';

import { useEffect, useState, type ReactNode } from 'react';
import { textOf } from './carried-text';
import styles from './drop-zone.module.css';

/** Files, or selected text, may be dropped anywhere on the page. */
export function DropZone({
  onFiles,
  onText,
  children,
}: {
  onFiles: (files: File[]) => void;
  onText: (text: string) => void;
  children: ReactNode;
}) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    // Only when the pointer leaves the window; leaving one element for another does not count.
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) onFiles(files);
      else if (event.dataTransfer) onText(textOf(event.dataTransfer));
    };
    document.addEventListener('dragover', onOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, [onFiles, onText]);
  return (
    <>
      {children}
      {over && (
        <div className={styles.veil} aria-hidden>
          <p>Drop to read it here. It stays in this browser.</p>
        </div>
      )}
    </>
  );
}
