/** What the page says when a part of it is missing. The texts of the engine are its own (lib/worker/client). */

import { BROKEN } from '@/lib/worker/client';

export const BOOK_NOT_LOADED =
  'The book did not load, so nothing can be compared. Check the connection and reload the page.';
export const PART_NOT_LOADED = 'A part of this page did not load. Check the connection and reload the page.';
export const STILL_LOADING = 'The book is still loading. Drop the file again in a moment.';

/** A reload helps here; the case outlives it. */
export const RELOAD_HELPS: readonly string[] = [BOOK_NOT_LOADED, PART_NOT_LOADED, BROKEN];
