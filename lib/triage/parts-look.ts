/** Versions and names, looked for in lines of every format. */

import type { Fact } from './diagnosis';
import { nameCounter } from './facts/names';
import { versionsIn } from './facts/versions';
import { kernelBody } from './formats/kernel-line';
import type { Parsed, ParsedLine, Stack } from './parsed';
import { factAt } from './parts-facts';
import type { Draft } from './parts-ranges';
import { sample } from './parts-sample';
import { taskOf, type Task } from './stacks-trace';

/** Tables and objects whose own format reads their names, column by column. */
const NAMED = new Set([
  'kubectl-get',
  'kubectl-describe',
  'events',
  'manifest',
  'ps',
  'top',
  'pprof-top',
  'systemctl-units',
]);

/** Facts not in `known` yet. Of a large log a sample is searched, and `limits` says so. */
export function lookAround(
  { lines, stacks, facts: known, limits }: Pick<Parsed, 'lines' | 'stacks' | 'facts' | 'limits'>,
  drafts: readonly Draft[],
): Fact[] {
  const facts: Fact[] = [];
  const seen = new Set(known.map((fact) => `${fact.fact} ${fact.value}`));
  const push = (fact: Fact) => {
    const key = `${fact.fact} ${fact.value}`;
    if (!seen.has(key)) facts.push(fact);
    seen.add(key);
  };
  const chosen = sample(lines);
  if (chosen.length < lines.length) {
    limits.push(
      `Names and versions were looked for in ${chosen.length} of ${lines.length} lines: each kind of message, and every 32nd line.`,
    );
  }
  const names = nameCounter();
  for (const at of chosen) {
    const { line, part, format } = lines[at]!;
    if (line.text.length < 4) continue;
    for (const { fact, value, ...more } of versionsIn(line.text, drafts[part]!.command)) {
      const subject = ('subject' in more ? more.subject : undefined) ?? line.envelope?.host;
      push(factAt(fact, value, part, line, subject));
    }
    if (!NAMED.has(format)) names.add(line, part);
    const { task, pid } = reportedTask(lines[at]!);
    if (pid !== undefined) names.note('process.pid', pid, line, part, task);
  }
  noteStacks(stacks, lines, names);
  for (const { fact, value, line, part, subject } of names.best())
    push(factAt(fact, value, part, line, subject));
  return facts;
}

/** The task that a line of the kernel log reports on: blocked, stuck, or on the CPU at an oops. */
function reportedTask({ line, format }: ParsedLine): Task {
  if (format !== 'hung-task' && format !== 'dmesg') return {};
  return /blocked |stuck for | PID: /.test(line.text) ? (taskOf(kernelBody(line.text)) ?? {}) : {};
}

/** The process a stack belongs to is what the next command asks about. */
function noteStacks(
  stacks: readonly Stack[],
  lines: readonly ParsedLine[],
  names: ReturnType<typeof nameCounter>,
): void {
  for (const { pid, task, frames, part, kind } of stacks.slice(0, 1000)) {
    const first = frames[0] && lines[frames[0].at];
    if (kind !== 'go' && pid !== undefined && first) names.note('process.pid', pid, first.line, part, task);
  }
}
