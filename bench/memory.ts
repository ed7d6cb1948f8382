/** Peak memory while 1 GB is streamed, in a process of its own. */

import { spawnSync } from 'node:child_process';
import { MB } from './logs';
import { round, type Figure } from './measure';

export function benchMemory(): Figure[] {
  const { stdout, stderr } = spawnSync(process.execPath, ['dist/bench/memory-child.mjs'], {
    encoding: 'utf8',
  });
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('{')) throw new Error(`bench/memory-child failed: ${stderr}`);
  const { above } = JSON.parse(line) as { above: number };
  return [
    {
      what: 'memory above the start while 1 GB is streamed',
      value: round(above / MB),
      unit: 'MB',
      budget: 'less than 200 MB',
      kept: above < 200 * MB,
    },
  ];
}
