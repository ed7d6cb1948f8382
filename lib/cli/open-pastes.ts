/** The pastes that a simulation starts from: the open corpus, without what is marked hard or is in no book. */

import { loadCorpus } from '../incident/corpus.server';
import type { Paste } from '../evaluate/simulate';

const OPEN_CORPUS = 'content/corpus/open';

export function openPastes(): Paste[] {
  return loadCorpus(OPEN_CORPUS).flatMap(({ incident, hard, text }) =>
    incident !== null && !hard ? [{ incident, text }] : [],
  );
}
