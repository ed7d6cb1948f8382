'use client';

import * as Radix from '@radix-ui/react-tabs';
import type { ReactNode } from 'react';
import styles from './tabs.module.css';

export interface Tab {
  id: string;
  label: string;
}

/** Several views of one thing, one of them shown: the tabs, and `children` as many `TabPanel`s. */
export function Tabs({
  label,
  tabs,
  value,
  onChange,
  className,
  beside,
  children,
}: {
  label: string;
  tabs: readonly Tab[];
  value: string;
  onChange: (id: string) => void;
  className?: string;
  /** Stands in the row of the tabs, at its end. */
  beside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Radix.Root value={value} onValueChange={onChange} className={className}>
      <div className={styles.row}>
        <Radix.List aria-label={label} className={styles.list}>
          {tabs.map((tab, index) => (
            <Radix.Trigger
              key={tab.id}
              value={tab.id}
              className={styles.tab}
              data-first={index === 0 ? '' : undefined}
            >
              {tab.label}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {beside}
      </div>
      {children}
    </Radix.Root>
  );
}

export function TabPanel({
  id,
  className,
  children,
}: {
  id: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <Radix.Content value={id} className={className} tabIndex={-1}>
      {children}
    </Radix.Content>
  );
}
