/** What the service worker keeps: the exported pages and all that they load. Pure; the build hashes the bytes. */

export interface Kept {
  /** Relative to the service worker, so that it holds under any base path. */
  url: string;
  /** Null where the name itself changes with the content. */
  revision: string | null;
  /** Subresource integrity: a login page or a changed file is not kept, whatever its status says. */
  integrity: string;
}

/** Pages, styles, scripts, the book and its samples as data. Not what is for machines, nor what Next loads for its links. */
const WANTED =
  /\.(html|js|css|svg|woff2|ico|webmanifest)$|^(pack|texts|samples|search)\.json$|^incidents\/[^/]+\/samples\.json$/;
const UNWANTED = /^(sw\.js|404\.html|404\/|_not-found\/)/;

/** The entry of a file, by its path in the export; null when it is not kept. */
export function keptFile(path: string, sha256: string): Kept | null {
  if (!WANTED.test(path) || UNWANTED.test(path)) return null;
  const named = path.startsWith('_next/static/');
  return {
    // Hosts redirect `…/index.html` to its folder, and a redirect is not kept.
    url: path === 'index.html' ? './' : path.replace(/\/index\.html$/, '/'),
    revision: named ? null : sha256.slice(0, 20),
    integrity: `sha256-${sha256}`,
  };
}

/** What `fetch` may put into the cache: an answer of this host, as asked for. */
export function mayKeep(response: { status: number; redirected: boolean; type: string }): boolean {
  return response.status === 200 && !response.redirected && response.type === 'basic';
}
