'use client';

import * as Radix from '@radix-ui/react-dialog';
import { useState, type ReactNode } from 'react';
import { cx } from './class-names';
import styles from './dialog.module.css';

/**
 * A dialog that is there as long as it is drawn: it keeps the focus inside, closes with Esc and with a press
 * beside it, and gives the focus back. What carries `data-first` gets the focus.
 */
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
  const [before] = useState(() => document.activeElement);
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.veil} />
        <Radix.Content
          className={cx(styles.dialog, className)}
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            const first = (event.target as HTMLElement).querySelector<HTMLElement>('[data-first]');
            if (!first) return;
            event.preventDefault();
            first.focus();
          }}
          // Without a trigger of its own it would not know where the focus was.
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
          }}
        >
          <Radix.Title className="visually-hidden">{label}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
