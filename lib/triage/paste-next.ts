/** What is worth pasting next: read-only, bounded commands. */

import type { Digest, Finding } from './diagnosis';
import type { Pack } from './pack';
import type { Parsed } from './parsed';

const MAX_SUGGESTIONS = 4;

/** For pastes that say little: what usually says more, by what was recognised. */
const BY_FORMAT: { formats: string[]; what: string; command: string }[] = [
  {
    formats: ['kubectl-get', 'events', 'kubectl-describe'],
    what: 'The kubelet’s log of the node',
    command: "journalctl -u kubelet --since '-30 min' --no-pager | tail -n 800",
  },
  {
    formats: ['klog', 'kubelet-log', 'docker-log', 'containerd-log', 'journal', 'logfmt'],
    what: 'The kernel’s messages of the same node',
    command: 'dmesg -T | tail -n 400',
  },
  {
    formats: ['dmesg', 'hung-task', 'proc-stack'],
    what: 'Processes in state D or Z, with what they wait for',
    command: "ps -eo pid,ppid,stat,wchan:32,comm | awk 'NR==1 || $3 ~ /^[DZ]/' | head -n 200",
  },
  {
    formats: ['ps', 'top'],
    what: 'The kernel’s messages of the same node',
    command: 'dmesg -T | tail -n 400',
  },
  {
    formats: ['plain', 'shell'],
    what: 'The pod, with its events',
    command: 'kubectl describe pod {{pod}} -n {{namespace}} | tail -n 200',
  },
];

/** Commands of what the best findings lack come first; then what the formats suggest. */
export function pasteNextOf(parsed: Parsed, findings: readonly Finding[], pack: Pack): Digest['pasteNext'] {
  const found = findings.slice(0, 3).flatMap((finding) =>
    finding.notChecked.flatMap(({ check }) => {
      const entry = pack.checks.find((candidate) => candidate.id === check);
      return entry?.command && !entry.disturbs ? [{ what: entry.ask, command: entry.command }] : [];
    }),
  );
  const formats = new Set(parsed.parts.map((part) => part.format));
  const usual = BY_FORMAT.filter((row) => row.formats.some((format) => formats.has(format as never)));
  const all = [...found, ...usual.map(({ what, command }) => ({ what, command }))];
  return all
    .filter((item, index) => all.findIndex((other) => other.command === item.command) === index)
    .slice(0, MAX_SUGGESTIONS);
}

/** The commands that are suggested by format alone; the content check reads them as it reads those of the book. */
export function usualPastes(): string[] {
  return BY_FORMAT.map(({ command }) => command);
}
