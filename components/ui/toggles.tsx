'use client';

import * as Radix from '@radix-ui/react-toggle-group';
import type { ReactNode } from 'react';
import styles from './toggles.module.css';

export interface Toggle {
  id: string;
  label: ReactNode;
}

/** One of a few, all of them in sight; pressing the chosen one again takes it back. `''` is none. */
export function Toggles({
  label,
  toggles,
  value,
  onChange,
}: {
  label: string;
  toggles: readonly Toggle[];
  value: string;
  onChange: (id: string) => void;
}) {
  return (
    <Radix.Root
      type="single"
      aria-label={label}
      className={styles.group}
      value={value}
      onValueChange={onChange}
    >
      {toggles.map(({ id, label: words }) => (
        <Radix.Item key={id} value={id} className={styles.toggle}>
          {words}
        </Radix.Item>
      ))}
    </Radix.Root>
  );
}
