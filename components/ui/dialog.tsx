'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { cx } from './class-names';
import styles from './dialog.module.css';

/** The browser's own dialog: it keeps the focus inside, closes with Esc, and gives the focus back. */
export function Dialog({
  label,
  className,
  onClose,
  children,
}: {
  label: string;
  className?: string | undefined;
  onClose: () => void;
  children: ReactNode;
}) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    const before = document.activeElement;
    if (!dialog.open) dialog.showModal();
    // React takes `autofocus` away, so a dialog would begin at its close button.
    dialog.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      if (dialog.open) dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={element}
      aria-label={label}
      className={cx(styles.dialog, className)}
      // Closing is the owner's word: without it a reopened dialog would keep what stood in it.
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className={styles.inside}>{children}</div>
    </dialog>
  );
}
