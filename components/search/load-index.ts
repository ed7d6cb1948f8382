import type { SearchDocument } from '@/lib/search/documents';
import { searchIndex, type SearchIndex } from '@/lib/search/search';
import { href } from '../ui/link';

let asked: Promise<SearchIndex> | undefined;

/** The index, made once a page. Afterwards searching asks the network for nothing. */
export function loadIndex(): Promise<SearchIndex> {
  asked ??= fetchDocuments().then(searchIndex);
  // A failed load may be tried again at the next opening.
  asked.catch(() => (asked = undefined));
  return asked;
}

async function fetchDocuments(): Promise<SearchDocument[]> {
  const response = await fetch(href('/search.json'));
  if (!response.ok) throw new Error(`search.json answered ${response.status}`);
  return (await response.json()) as SearchDocument[];
}
