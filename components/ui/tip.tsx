'use client';

import * as Radix from '@radix-ui/react-tooltip';
import type { ReactElement } from 'react';
import { Keys } from './keys';
import styles from './tip.module.css';

/**
 * The name of a button that shows only its picture, and its key. It says nothing that the button's own name
 * does not say: a finger never sees it.
 */
export function Tip({ text, keys, children }: { text: string; keys?: string; children: ReactElement }) {
  return (
    <Radix.Provider delayDuration={350}>
      <Radix.Root disableHoverableContent>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content sideOffset={6} collisionPadding={8} className={styles.tip}>
            {text} {keys && <Keys keys={keys} />}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
