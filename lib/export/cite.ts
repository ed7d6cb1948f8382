/** How a postmortem names an incident: four forms of the same facts. */

import { incidentUrl } from './site';

export const CITE_VERDICTS = ['confirmed', 'contributing', 'ruled-out', 'new'] as const;
export type CiteVerdict = (typeof CITE_VERDICTS)[number];

export interface Cited {
  id: string;
  title: string;
  revision: number;
}

export interface CiteDetails {
  verdict: CiteVerdict;
  /** Signatures that fired, if a case stands behind it. */
  signatures?: readonly string[];
  /** Release of the book. */
  release?: string;
}

export interface Citation {
  markdown: string;
  plain: string;
  /** For the message of the commit that fixes it, in the manner of syzbot's Reported-by. */
  trailer: string;
  json: string;
}

export function cite({ id, title, revision }: Cited, site: string, details: CiteDetails): Citation {
  const { verdict, release } = details;
  const signatures = [...new Set(details.signatures ?? [])].sort();
  const url = incidentUrl(site, id, revision);
  const facts = [
    verdict,
    signatures.length > 0 ? `signatures ${signatures.join(', ')}` : '',
    release ? `book ${release}` : '',
  ]
    .filter(Boolean)
    .join('; ');
  const fired = signatures.length > 0 ? ` signatures=${signatures.join(',')}` : '';
  return {
    markdown: `[${title.replace(/[[\]]/g, '\\$&')} (${id}, revision ${revision})](${url}) (${facts})`,
    plain: `${title}. Faultbook ${id}, revision ${revision} (${facts}). ${url}`,
    trailer: `Faultbook: ${id}@${revision}${fired} verdict=${verdict}`,
    json: JSON.stringify({ id, revision, title, url, signatures, verdict, ...(release ? { release } : {}) }),
  };
}
