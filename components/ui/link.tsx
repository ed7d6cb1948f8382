import type { AnchorHTMLAttributes } from 'react';

/** Where the site is mounted on its host; set when it is built. */
const basePath = process.env.FAULTBOOK_BASE_PATH ?? '';

/** The address of a page of this site, under the base path. `path` begins with a slash. */
export function href(path: string): string {
  return `${basePath}${path}`;
}

/**
 * A plain anchor, on purpose. Next's Link prefetches what it points to, and the
 * list of ranked incidents would tell the host the diagnosis (DESIGN, section 1).
 */
export function Link({
  to,
  ...rest
}: { to: string } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>) {
  return <a {...rest} href={to.startsWith('/') ? href(to) : to} />;
}
