/** Where the book stands. One build variable: FAULTBOOK_SITE, with its path where it has one. */

/** Reserved by RFC 2606: a book that was built without an address never points at somebody else. */
export const DEFAULT_SITE = 'https://faultbook.example';

/** Address without a slash at the end; a base path that the address does not name yet is put behind it. */
export function siteAddress(site: string | undefined, basePath = ''): string {
  const address = (site?.trim() || DEFAULT_SITE).replace(/\/+$/, '');
  const base = basePath.replace(/\/+$/, '');
  return base !== '' && !address.endsWith(base) ? `${address}${base}` : address;
}

export const incidentUrl = (site: string, id: string, revision?: number): string =>
  `${site}/incidents/${id}/${revision === undefined ? '' : `?rev=${revision}`}`;
export const alertUrl = (site: string, alert: string): string => `${site}/a/${alert}/`;
