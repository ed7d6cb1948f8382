/** `npm run search`: how many of the checked-in queries find their page, and how long a key press takes. */

import { loadBook } from '../incident/load.server';
import { documentsOf } from '../search/documents';
import { keyPresses, keyPressTime, synthetic, TRIES } from '../search/measure';
import queries from '../search/queries.json';
import { search, searchIndex } from '../search/search';

const SHARE = 0.95;
const MILLISECONDS = 50;
const INCIDENTS = 1000;

const book = loadBook();
const documents = documentsOf(book.incidents, book.checks);
const index = searchIndex(documents);

const ranks = queries.map(({ query, wanted }) => ({
  query,
  wanted,
  rank: search(index, query).results.findIndex(({ id }) => id === wanted) + 1,
}));
const within = (most: number) => ranks.filter(({ rank }) => rank > 0 && rank <= most).length;
const percent = (count: number) => `${((100 * count) / ranks.length).toFixed(1)} %`;

console.log(
  `${queries.length} queries, ${queries.filter((query) => 'source' in query).length} of them verbatim with a source`,
);
console.log(
  `first ${percent(within(1))}, in the first three ${percent(within(3))} (asked: ${SHARE * 100} %)`,
);
for (const { query, wanted, rank } of ranks.filter(({ rank }) => rank === 0 || rank > 3))
  console.log(
    `  missed: ${JSON.stringify(query)} wants ${wanted}, ${rank === 0 ? 'not found' : `rank ${rank}`}`,
  );

const large = searchIndex(synthetic(documents, INCIDENTS));
const times = queries.flatMap(({ query }) => keyPresses(query).map((typed) => keyPressTime(large, typed)));
times.sort((a, b) => a - b);
const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(1);
const slowest = times.at(-1)!;
console.log(
  `${times.length} key presses on ${INCIDENTS} synthetic incidents, ${large.words.size} words and pairs: median ${at(0.5)} ms, 99 % under ${at(0.99)} ms, slowest ${slowest.toFixed(1)} ms, each the best of ${TRIES} (asked: under ${MILLISECONDS} ms)`,
);

process.exitCode = within(3) / ranks.length >= SHARE && slowest < MILLISECONDS ? 0 : 1;
