/** The pack of a content root, ready for the engine: loaded, measured, named by its content. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadCorpus } from './corpus.server';
import { labelledTexts, withShares } from './shares';
import type { Pack } from '../triage/pack';
import { loadBook, type Book } from './load.server';
import { packOf } from './pack';
import { withRareLiterals } from './rare-literals';

const OPEN_CORPUS = 'content/corpus/open';

/** `home` is the checkout, where it is not the folder in which this runs: shares are measured on its corpus. */
export function buildPack(book: Book = loadBook(), home = ''): Pack {
  const open = path.join(home, OPEN_CORPUS);
  const corpus = existsSync(open) ? loadCorpus(open) : [];
  const healthy = book.healthy.map(({ text }) => text);
  const measured = withShares(withRareLiterals(packOf(book), healthy), labelledTexts(book, corpus));
  const release = createHash('sha256').update(JSON.stringify(measured)).digest('hex').slice(0, 12);
  return { ...measured, release };
}
