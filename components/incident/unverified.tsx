'use client';

import { useSyncExternalStore } from 'react';
import { Notice } from '@/components/ui/notice';
import { unverifiedSince, type Dated } from '@/lib/incident/age';

const never = () => () => {};

/** The day of the reader decides once the page is alive: a copy that nobody rebuilt for years is just what is meant. */
export function Unverified({ dated, built }: { dated: Dated; built: string }) {
  const today = useSyncExternalStore(
    never,
    () => new Date().toISOString().slice(0, 10),
    () => built,
  );
  const since = unverifiedSince(dated, today > built ? today : built);
  if (since === null) return null;
  return (
    <Notice tone="danger">
      Nobody has verified this page since <time dateTime={since}>{since}</time>, more than two years. Versions
      and commands may have moved on.
    </Notice>
  );
}
