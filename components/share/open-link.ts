/** A case link becomes a case of the page, as far as it can be read. Pure. */

import { decode } from '@/lib/share/decode';
import type { CaseView } from '@/lib/share/view';
import type { Pack } from '@/lib/triage/pack';
import { saidIn, type PageCase } from '../triage/case';

export interface Opened {
  page: PageCase | null;
  /** What was wrong with the link. */
  sentence: string | null;
}

export function readLink(hash: string, pack: Pack): Opened {
  const decoded = decode(hash, pack);
  if (decoded.ok) return { page: pageOf(decoded.view), sentence: null };
  return { page: decoded.partial && pageOf(decoded.partial), sentence: decoded.problem };
}

function pageOf({ diagnosis, answers, tried, profile, notes }: CaseView): PageCase {
  return {
    parts: [],
    answers,
    tried,
    profile,
    shared: { diagnosis, notes, said: saidIn({ answers, tried }) },
  };
}
