/** `npm run pairs`: incidents that share a symptom and that no check tells apart, each with its reason. */

import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { pairsOf, SEPARATES } from '../evaluate/pairs';
import { buildPack } from '../incident/build.server';
import { parseYaml } from '../incident/yaml.server';

const FILE = 'content/inseparable.yaml';
const schema = z.array(z.strictObject({ a: z.string(), b: z.string(), why: z.string().min(20) }));

function main(): number {
  const pairs = pairsOf(buildPack());
  const close = pairs.filter((pair) => pair.best.difference < SEPARATES);
  const reasons = existsSync(FILE)
    ? parseYaml(FILE, readFileSync(FILE, 'utf8'), schema)
    : { value: [], problems: [] };
  const reasonFor = (a: string, b: string) =>
    reasons.value?.find((item) => [item.a, item.b].sort().join() === [a, b].sort().join())?.why;
  let faults = reasons.problems.length;
  for (const { a, b, shared, best } of close) {
    const why = reasonFor(a, b);
    if (!why) faults++;
    console.log(
      `${a} × ${b} (${shared}): nearest is ${best.check || 'no check'} with ${best.difference.toFixed(2)}\n    ${why ?? `no reason in ${FILE}`}`,
    );
  }
  const stale = (reasons.value ?? []).filter(
    ({ a, b }) => !close.some((pair) => [pair.a, pair.b].sort().join() === [a, b].sort().join()),
  );
  for (const { a, b } of stale) console.log(`${FILE}: ${a} × ${b} is separated by now; remove the entry`);
  console.log(
    `${pairs.length} pairs share a symptom; ${close.length} are not separated by ${SEPARATES} or more.`,
  );
  return faults + stale.length === 0 ? 0 : 1;
}

process.exitCode = main();
