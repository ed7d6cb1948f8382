'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { href, Link } from '@/components/ui/link';

const none = () => () => {};

/** On the 404 page: an alert's name in another case leads to its page; one that the book lacks is said. */
export function AlertRedirect({ alerts }: { alerts: string[] }) {
  const path = useSyncExternalStore(
    none,
    () => location.pathname,
    () => '',
  );
  const name = nameIn(path.slice(href('').length));
  const known = alerts.find((alert) => alert.toLowerCase() === name?.toLowerCase());
  useEffect(() => {
    if (known) location.replace(`${href(`/a/${known}/`)}${location.search}${location.hash}`);
  }, [known]);
  if (name === null) return null;
  if (known) {
    return (
      <p>
        This alert has a page: <Link to={`/a/${known}/`}>{known}</Link>.
      </p>
    );
  }
  return (
    <p>
      No incident of the book names the alert <code>{name}</code>. Look through the{' '}
      <Link to="/a/">alerts that have a page</Link>.
    </p>
  );
}

function nameIn(path: string): string | null {
  const raw = /^\/a\/([^/]{1,200})\/?$/i.exec(path)?.[1];
  if (!raw) return null;
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}
