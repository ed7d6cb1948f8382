/** What is worth pasting next: read-only, bounded commands. */

import { canRun } from './ask/cost';
import type { Case, Digest, Finding } from './diagnosis';
import type { FormatId } from './formats/ids';
import type { Hit } from './hit';
import type { Pack } from './pack';
import type { Parsed } from './parsed';

const MAX_SUGGESTIONS = 4;
/** Lines that are asked what the paste is about. */
const OPENING = 200;

interface Usual {
  after: readonly FormatId[];
  /** One of the first lines says this. */
  says?: RegExp;
  /** Asked only where no known line said what is wrong. */
  unexplained?: true;
  what: string;
  command: string;
  /** What the command prints. Nobody is asked for what is on the screen already. */
  prints: readonly FormatId[];
}

const THE_POD = {
  what: 'The pod, with its events',
  command: 'kubectl describe pod {{pod}} -n {{namespace}} | tail -n 200',
  prints: ['kubectl-describe'],
} as const;

/** For pastes that say little: what usually says more, by what was recognised. */
const USUAL: readonly Usual[] = [
  {
    after: ['kubectl-get', 'events', 'kubectl-describe', 'manifest', 'klog', 'shell', 'plain'],
    says: /\bcron-?jobs?\b|\bjobs\.batch\b|^NAME\s+(STATUS\s+)?(COMPLETIONS|SCHEDULE)\b/i,
    what: 'The CronJob with its events, and its Jobs',
    command:
      'kubectl -n {{namespace}} describe cronjob {{cronjob}} | tail -n 60; kubectl -n {{namespace}} get jobs | tail -n 40',
    prints: [],
  },
  {
    after: ['nginx-access', 'nginx-error'],
    what: 'The pods of the ingress controller and the endpoints behind it',
    command:
      "kubectl get pods -A -o wide | grep -E '^NAMESPACE|ingress' | head -n 40; kubectl -n {{namespace}} get endpoints | head -n 40",
    prints: [],
  },
  {
    after: ['conntrack-stat', 'ipvsadm'],
    what: 'How full the connection table is, and what the kernel dropped',
    command:
      'sysctl net.netfilter.nf_conntrack_count net.netfilter.nf_conntrack_max; conntrack -S | head -n 80; dmesg -T | grep -i conntrack | tail -n 20',
    prints: [],
  },
  {
    after: ['klog'],
    what: 'Which parts of the control plane answer',
    command: "kubectl get --raw '/readyz?verbose' | tail -n 60; kubectl get apiservices | grep -v True",
    prints: [],
  },
  {
    after: ['kubectl-get'],
    says: /^\S+\s+(NotReady|Ready,SchedulingDisabled)\b/,
    what: 'The node: its conditions and its last events',
    command: 'kubectl describe node {{node}} | tail -n 120',
    prints: ['kubectl-describe'],
  },
  {
    after: ['kubectl-get', 'events', 'kubectl-describe'],
    what: 'The kubelet’s log of the node',
    command: "journalctl -u kubelet --since '-30 min' --no-pager | tail -n 800",
    prints: ['kubelet-log'],
  },
  {
    after: ['kubelet-log', 'docker-log', 'containerd-log', 'journal', 'logfmt', 'ps', 'top'],
    what: 'The kernel’s messages of the same node',
    command: 'dmesg -T | tail -n 400',
    prints: ['dmesg', 'hung-task'],
  },
  {
    after: ['dmesg', 'hung-task', 'proc-stack'],
    what: 'Processes in state D or Z, with what they wait for',
    command: "ps -eo pid,ppid,stat,wchan:32,comm | awk 'NR==1 || $3 ~ /^[DZ]/' | head -n 200",
    prints: ['ps'],
  },
  {
    after: ['kubectl-get'],
    says: /^(NAMESPACE\s+)?NAME\s+READY\s+STATUS\b/,
    ...THE_POD,
  },
  {
    after: ['plain', 'shell'],
    unexplained: true,
    ...THE_POD,
  },
];

/**
 * Commands of what the best findings lack come first, as far as they can be run on this cluster; then what the
 * known lines of the paste ask for; then what usually says more after such formats.
 */
export function pasteNextOf(
  parsed: Parsed,
  findings: readonly Finding[],
  hits: readonly Hit[],
  pack: Pack,
  triageCase: Case,
): Digest['pasteNext'] {
  const lacking = findings.slice(0, 3).flatMap((finding) =>
    finding.notChecked.flatMap(({ check }) => {
      const entry = pack.checks.find((candidate) => candidate.id === check);
      return entry?.command && !entry.disturbs && canRun(entry, triageCase)
        ? [{ what: entry.ask, command: entry.command }]
        : [];
    }),
  );
  const asked = hits.flatMap(({ owner }) =>
    owner.type === 'known' && owner.line.next ? [owner.line.next] : [],
  );
  const formats = new Set(parsed.parts.map((part) => part.format));
  const has = (wanted: readonly FormatId[]) => wanted.some((format) => formats.has(format));
  const opening = parsed.lines.slice(0, OPENING);
  const said = (says: RegExp) => opening.some(({ line }) => says.test(line.text.slice(0, 400)));
  const explained = hits.some(({ owner }) => owner.type === 'known' && owner.line.kind === 'symptom');
  const usual = USUAL.filter(
    ({ after, says, prints, unexplained }) =>
      has(after) && !has(prints) && (!says || said(says)) && !(unexplained && explained),
  );
  const all = [...lacking, ...asked, ...usual.map(({ what, command }) => ({ what, command }))];
  return all
    .filter((item, index) => all.findIndex((other) => other.command === item.command) === index)
    .slice(0, MAX_SUGGESTIONS);
}

/** The commands that are suggested by format alone; the content check reads them as it reads those of the book. */
export function usualPastes(): string[] {
  return USUAL.map(({ command }) => command);
}
