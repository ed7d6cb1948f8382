/** Jobs of one CronJob that run at the same time although its policy forbids it, and Jobs that were made twice. */

import { clip } from '../formats/columns';
import type { Emit, PartView } from '../formats/format';
import { getRows } from '../formats/get-rows';
import type { Line } from '../read/line';
import { runOf, type Run } from './job-name';

// concurrencyPolicy: Forbid      Concurrency Policy:  Replace      Forbid
const POLICY =
  /\bconcurrencyPolicy["']?: {0,4}["']?(?:Forbid|Replace)\b|Concurrency Policy:\s+(?:Forbid|Replace)\b/;
const ALONE = /^\s*(?:Forbid|Replace)\s*$/;
// cronjob-debugger-27389470    0/1           31m        31m
const RUNNING = /\s0\/1\s+(?:\d+[smhd]|Running)/;
const ACTIVE = /^\s*["']?active["']?: ?\[?\s*$/;
const NAMED = /^[\s-]*["']?name["']?: /;
// type: 'Normal' reason: 'SuccessfulCreate' Created job invoice-1611108000
const MADE = /(?:'SuccessfulCreate' |message=")Created job (\S+?)"?$/;

/** Emits runs that are too many at once, and those made again. */
export function emitBesidePolicy(parts: readonly PartView[], emit: Emit): void {
  emitMadeAgain(parts, emit);
  const forbidden = parts.some(({ command, lines }) =>
    lines.some(({ line }) => {
      const text = clip(line.text);
      return POLICY.test(text) || (ALONE.test(text) && /oncurrencyPolicy/.test(command ?? ''));
    }),
  );
  if (!forbidden) return;
  const at = new Map<string, Map<number, Run>>();
  for (const part of parts) {
    let active = false;
    for (const { line } of part.lines) {
      const text = clip(line.text);
      if (ACTIVE.test(text)) active = true;
      else if (/^\s{0,4}["']?last\w+["']?:/.test(text)) active = false;
      const run = RUNNING.test(text) || (active && NAMED.test(text)) ? runOf(text, line) : undefined;
      if (run && run.pod === undefined)
        at.set(run.job, (at.get(run.job) ?? new Map<number, Run>()).set(run.planned, run));
    }
    if (part.format !== 'kubectl-get') continue;
    for (const { resource, cells, line } of getRows(part))
      if (resource === 'cronjob' && Number(cells.ACTIVE) > 1)
        emit('cronjob.extra_runs', Number(cells.ACTIVE) - 1, line, cells.NAME);
  }
  for (const [job, runs] of at)
    if (runs.size > 1) emit('cronjob.extra_runs', runs.size - 1, [...runs.values()].at(-1)!.line, job);
}

/** Logged events; those of a table have a reader of their own. One event may be logged twice in the same words. */
function emitMadeAgain(parts: readonly PartView[], emit: Emit): void {
  const made = new Map<string, { text: string; line: Line }>();
  for (const { line } of parts.flatMap(({ lines }) => lines)) {
    const name = MADE.exec(clip(line.text))?.[1];
    const run = name === undefined ? undefined : runOf(` ${name} `, line);
    if (!run) continue;
    const known = made.get(name!);
    if (known && known.text !== line.text) emit('cronjob.extra_runs', 1, line, run.job);
    made.set(name!, known ?? { text: line.text, line });
  }
}
