/** The pack of a content root, ready for the engine: loaded, measured, named by its content. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { loadCorpus } from './corpus.server';
import { labelledTexts, withShares } from './shares';
import type { Pack } from '../triage/pack';
import { loadBook, type Book } from './load.server';
import { packOf } from './pack';
import { withRareLiterals } from './rare-literals';

const OPEN_CORPUS = 'content/corpus/open';

export function buildPack(book: Book = loadBook()): Pack {
  const corpus = existsSync(OPEN_CORPUS) ? loadCorpus(OPEN_CORPUS) : [];
  const healthy = book.healthy.map(({ text }) => text);
  const measured = withShares(withRareLiterals(packOf(book), healthy), labelledTexts(book, corpus));
  const release = createHash('sha256').update(JSON.stringify(measured)).digest('hex').slice(0, 12);
  return { ...measured, release };
}
