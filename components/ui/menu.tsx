'use client';

import * as Radix from '@radix-ui/react-dropdown-menu';
import type { ReactElement, ReactNode } from 'react';
import { Keys } from './keys';
import styles from './menu.module.css';

/** Actions behind one button. `button` is what opens it. */
export function Menu({ button, children }: { button: ReactElement; children: ReactNode }) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{button}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content align="end" sideOffset={4} collisionPadding={8} className={styles.menu}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function MenuItem({
  icon,
  keys,
  onSelect,
  children,
}: {
  icon: ReactNode;
  keys?: string;
  onSelect: () => void;
  children: string;
}) {
  return (
    <Radix.Item className={styles.item} onSelect={onSelect}>
      {icon}
      <span className={styles.word}>{children}</span>
      {keys && <Keys keys={keys} />}
    </Radix.Item>
  );
}
