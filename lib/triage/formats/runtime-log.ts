/** Whether a logfmt line is dockerd's or containerd's: by process where the journal names it, else by what it says. */

import type { Line } from '../read/line';

export type Runtime = 'docker-log' | 'containerd-log';

const PROCESSES: [RegExp, Runtime][] = [
  [/^docker-containerd|^containerd/, 'containerd-log'],
  [/^dockerd|^docker\b|^docker-current/, 'docker-log'],
];

/**
 * Words of each program's own messages; both write logrus, so the shape tells nothing.
 * dockerd: daemon/*.go, libcontainerd, api/server; containerd: pkg/cri, runtime, cmd/containerd.
 */
const WORDS: [RegExp, Runtime][] = [
  // time="…" level=info msg="RunPodSandbox for &PodSandboxMetadata{Name:web-0,…} returns sandbox id …"
  [
    /msg="(?:RunPodSandbox|StopPodSandbox|RemovePodSandbox|TearDown network for sandbox|CreateContainer within|StartContainer for|StopContainer for|RemoveContainer for|PullImage|ImageCreate event|ImageUpdate event|TaskExit event|TaskOOM event|Kill container|ExecSync for|shim disconnected|cleaning up (?:dead shim|after shim)|starting signal loop|loading plugin|starting containerd|containerd successfully booted|Forcibly stopping sandbox|Container to stop|Ensure that sandbox|received exit event|collecting metrics for)/,
    'containerd-log',
  ],
  [/io\.containerd\.(?:grpc|runtime|snapshotter|service)|namespace=k8s\.io/, 'containerd-log'],
  // time="…" level=error msg="Handler for POST /v1.38/containers/… returned error: …"
  [
    /msg="(?:Handler for |Container [0-9a-f]{12,64} failed to exit|container [0-9a-f]{64} |containerd: |Processing signal '|API listen on|Daemon has completed|Force shutdown daemon|stopping containerd after|Error (?:running exec|setting up exec|unmounting|streaming logs|response from daemon)|ignoring event|libcontainerd|stream copy error|shim reaped|Health check for container|Not continuing with pull|Attempting next endpoint for pull|Failed to log msg|Removing stale sandbox|Default bridge|Graph migration|Loading containers)/,
    'docker-log',
  ],
  [/module=libcontainerd|namespace=moby|docker daemon|\/docker\/libcontainerd/, 'docker-log'],
];

export function runtimeOf(text: string, line: Line): Runtime | undefined {
  const process = line.envelope?.process;
  if (process !== undefined) return PROCESSES.find(([pattern]) => pattern.test(process))?.[1];
  const head = text.length > 600 ? text.slice(0, 600) : text;
  return WORDS.find(([pattern]) => pattern.test(head))?.[1];
}
