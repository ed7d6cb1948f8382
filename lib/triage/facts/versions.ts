/** Version facts, found in any line by a table of places where programs print them. */

import type { FactName } from './vocabulary';
import { VERSION_ROWS } from './versions-table';

export interface VersionFound {
  fact: FactName;
  value: string;
  /** The host, where the line names it. */
  subject?: string;
}

/** Docker and Kubernetes print who runs the containers as the scheme of a version. */
const RUNTIME = /\b(docker|containerd|cri-o):\/\/\d/;
/** cgroup2 on /sys/fs/cgroup type cgroup2      Cgroup Version: 2      mkdir /sys/fs/cgroup/memory/kubepods */
const CGROUPS: readonly [quick: string, pattern: RegExp, version: 1 | 2][] = [
  ['/sys/fs/cgroup/', /\/sys\/fs\/cgroup\/(?:memory|cpuset|cpu,cpuacct|pids|devices|blkio)(?:\/|\s|$)/, 1],
  ['group2', /^\s*cgroup2fs\s*$|cgroup2 on \/sys\/fs\/cgroup type cgroup2/, 2],
  ['group Version: 1', /Cgroup Version: 1/, 1],
  ['group Version: 2', /Cgroup Version: 2/, 2],
];
const UNAME = /^\s*Linux ([\w.-]{1,80}) \d/;

/** What one line says about versions. `command` is what was typed in front of it. */
export function versionsIn(
  text: string,
  command: string | undefined,
): (VersionFound | { fact: FactName; value: number })[] {
  const found: (VersionFound | { fact: FactName; value: number })[] = [];
  const line = text.length > 2000 ? text.slice(0, 2000) : text;
  for (const row of VERSION_ROWS) {
    if (!line.includes(row.quick) || (row.command && !(command && row.command.test(command)))) continue;
    const version = row.pattern.exec(line)?.[1];
    if (version === undefined) continue;
    const subject = row.fact === 'kernel.version' ? UNAME.exec(line)?.[1] : undefined;
    found.push({
      fact: row.fact,
      value: row.fact === 'os.version' ? version.trim() : tidy(version),
      ...(subject ? { subject } : {}),
    });
  }
  if (line.includes('://')) {
    const runtime = RUNTIME.exec(line)?.[1];
    if (runtime) found.push({ fact: 'runtime.name', value: runtime });
  }
  for (const [quick, pattern, version] of CGROUPS) {
    if (line.includes(quick) && pattern.test(line)) found.push({ fact: 'cgroup.version', value: version });
  }
  return found;
}

/** A cut or a sentence leaves punctuation behind the version. */
function tidy(version: string): string {
  return version.trim().replace(/[.,;:)"'~+_-]+$/, '');
}
