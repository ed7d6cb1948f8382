'use client';

import { useEffect, useState } from 'react';
import { USE_IT } from '@/lib/offline/messages';
import { Button } from '../ui/button';
import { href } from '../ui/link';
import { caseIsOpen, onCaseChange } from '../ui/open-case';
import styles from './offline.module.css';

/** Keeps the site for use without a network, and says when a newer one is there; never in the middle of a case. */
export function Offline() {
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => watch(setWaiting), []);
  useEffect(() => {
    const look = () => setBusy(caseIsOpen());
    look();
    return onCaseChange(look);
  }, []);

  if (!waiting || busy) return null;
  return (
    <aside className={styles.news} aria-label="A newer version" role="status">
      <span>A newer version of the book is ready. It is used when all its tabs are closed, or now.</span>
      <Button onClick={() => use(waiting)}>Use it now</Button>
    </aside>
  );
}

/** Only the tab in which the person asked is loaded again. */
function use(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage(USE_IT);
}

function watch(found: (worker: ServiceWorker) => void): () => void {
  let left = false;
  const report = (registration: ServiceWorkerRegistration) => {
    // Without a worker in charge this is the first visit: there is nothing newer.
    if (!left && registration.waiting && navigator.serviceWorker.controller) found(registration.waiting);
  };
  const start = async () => {
    const registration = await navigator.serviceWorker.register(href('/sw.js'), { updateViaCache: 'none' });
    report(registration);
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', () => report(registration));
    });
  };
  if (process.env.NODE_ENV === 'production' && 'serviceWorker' in navigator) {
    // An unreachable host or a browser that forbids it: the site works as it did, online.
    start().catch(() => {});
  }
  return () => {
    left = true;
  };
}
