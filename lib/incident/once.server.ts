/** The book and its pack for the pages: read once a build, and anew for every request in development. */

import type { Pack } from '../triage/pack';
import { buildPack } from './build.server';
import { loadBook, type Book } from './load.server';

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    if (process.env.NODE_ENV !== 'production') return make();
    made ??= { value: make() };
    return made.value;
  };
}

export const theBook: () => Book = once(() => loadBook());
export const thePack: () => Pack = once(() => buildPack(theBook()));
