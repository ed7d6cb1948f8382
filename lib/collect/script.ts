/**
 * /collect.sh: one screen of POSIX sh that gathers the usual facts of a node or a pod into one text to paste.
 * Its lines come from the checks: those that tell most incidents apart, read only, and fit a line. Pure.
 */

import { outcomesUnder } from '../triage/ask/likelihood';
import type { Check, Pack } from '../triage/pack';

/** What every node says of itself; versions decide which incidents apply. */
const NODE_FIRST = [
  'uname -a; uptime',
  'kubelet --version; containerd --version; docker --version; crio --version | head -n 1',
  "ps -eo pid,ppid,stat,wchan:32,comm | awk 'NR == 1 || $3 ~ /^[DZ]/' | head -n 200",
  'dmesg -T | tail -n 300 | tail -c 14000',
  "journalctl -u kubelet --since '-30 min' --no-pager | tail -n 300 | tail -c 14000",
];

const POD_FIRST = [
  'kubectl version 2>/dev/null | head -n 4',
  'kubectl describe pod "$POD" -n "$NS" | tail -n 150',
  'kubectl logs "$POD" -n "$NS" --all-containers --prefix --previous --tail=100 | tail -c 14000',
  'kubectl logs "$POD" -n "$NS" --all-containers --prefix --tail=100 | tail -c 14000',
  'kubectl describe node "$(kubectl get pod "$POD" -n "$NS" -o jsonpath={.spec.nodeName})" | head -n 120',
];

/** One screen: lines of this length, and so many of them from the checks. */
const MAX_LENGTH = 150;
const MOST = 9;

export function collectScript(pack: Pack): string {
  return HEAD.replace('NODE_ROWS', () => rows([...NODE_FIRST, ...ofNode(pack)])).replace('POD_ROWS', () =>
    rows([...POD_FIRST, ...ofPod(pack)]),
  );
}

function ofNode(pack: Pack): string[] {
  return best(
    pack,
    ({ where, needs }, command) => where === 'node' && needs.length === 0 && !command.includes('{{'),
  );
}

/** Commands about the pod; its name and namespace come from the arguments, as variables in double quotes. */
function ofPod(pack: Pack): string[] {
  return best(
    pack,
    ({ where }, command) =>
      where === 'laptop' && command.includes('{{pod}}') && !/\{\{(?!pod\}\}|namespace\}\})/.test(command),
  ).flatMap((command) => {
    const filled = command.replaceAll('{{pod}}', '"$POD"').replaceAll('{{namespace}}', '"$NS"');
    return isPlain(command) ? [filled] : [];
  });
}

function best(pack: Pack, fits: (check: Check, command: string) => boolean): string[] {
  return pack.checks
    .flatMap((check) => {
      const { command } = check;
      const usable =
        command &&
        !check.disturbs &&
        check.minutes <= 2 &&
        command.length <= MAX_LENGTH &&
        !NOT_POSIX.test(command) &&
        fits(check, command);
      return usable ? [{ id: check.id, command, worth: worth(pack, check) }] : [];
    })
    .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ command }) => command);
}

/** What bash has and POSIX sh has not, waiting on purpose, and what the first lines say already. */
const NOT_POSIX = /^time |^uname|\[\[|<\(|\bsleep\b|\bscript\b|\btcpdump\b|\n/;

/** A placeholder in single quotes would stay a variable's name; in double quotes it would end them. */
function isPlain(command: string): boolean {
  return !/'[^']*\{\{[^']*'|"[^"]*\{\{[^"]*"/.test(command);
}

/** Incidents whose prediction differs from the background. */
function worth(pack: Pack, check: Check): number {
  const background = outcomesUnder(check, null);
  return pack.incidents.filter((incident) =>
    outcomesUnder(check, incident).some((p, index) => Math.abs(p - background[index]!) > 0.5),
  ).length;
}

function rows(commands: readonly string[]): string {
  return commands.map((command) => `run '${command.replaceAll("'", "'\\''")}'`).join('\n');
}

const HEAD = `#!/bin/sh
# Gathers what Faultbook reads, for a machine without a browser. It changes nothing and sends nothing.
#   on a node, as root:      sh collect.sh > node.txt
#   where kubectl works:     sh collect.sh NAMESPACE POD > pod.txt
# Read the file before you share it: logs hold names. Each command: at most 20 s and 14 KB.
NS=\${1-} POD=\${2-} LC_ALL=C; export NS POD LC_ALL
case $NS$POD in *[!a-z0-9.-]* | -*) echo 'usage: sh collect.sh [NAMESPACE POD]' >&2; exit 2 ;; esac
case $# in 0 | 2) ;; *) echo 'usage: sh collect.sh [NAMESPACE POD]' >&2; exit 2 ;; esac
tmp=$(mktemp -d "\${TMPDIR:-/tmp}/collect.XXXXXX") || exit 1
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
if timeout 1 true 2>/dev/null; then limit='timeout 20'; else limit=; fi
run() { # never waits for a tool: one that hangs in the kernel cannot even be killed
  printf '\\n$ %s\\n' "$1"
  rm -f "$tmp/out" "$tmp/end"
  ($limit sh -c "$1" >"$tmp/out" 2>&1 </dev/null; echo $? >"$tmp/end") >/dev/null 2>&1 & pid=$!
  tick=0; until [ -s "$tmp/end" ] || [ $tick -ge \${TICKS:-400} ]; do
    tick=$((tick + 1)); sleep 0.05 2>/dev/null || { sleep 1; tick=$((tick + 19)); }
  done
  head -c 14000 "$tmp/out"
  if [ -s "$tmp/end" ]; then read -r code <"$tmp/end"; else code='still running, left behind'; kill $pid; fi
  [ "$code" = 0 ] || echo "(exit: $code)"
}
if [ -z "$POD" ]; then
NODE_ROWS
else
POD_ROWS
fi
`;
