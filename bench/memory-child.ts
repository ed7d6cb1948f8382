/** Streams 1 GB, made on the fly, through the engine; prints by how much memory rose above the start. */

import { compile, EMPTY_CASE, open } from '../lib/triage';
import { buildPack } from '../lib/incident/build.server';
import { noise } from '../lib/triage/test-noise';

const GB = 1_000_000_000;
const compiled = compile(buildPack());
const chunk = new TextEncoder().encode(noise(4_000_000));
const start = process.memoryUsage().rss;
let peak = start;
const stream = open(compiled);
let size = 0;
for (; size < GB; size += chunk.length) {
  stream.push(chunk);
  peak = Math.max(peak, process.memoryUsage().rss);
}
stream.end(EMPTY_CASE);
peak = Math.max(peak, process.memoryUsage().rss);
console.log(JSON.stringify({ above: peak - start, size }));
