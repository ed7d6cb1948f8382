/**
 * Which klog lines are the kubelet's. The journal says so; without it the source file does:
 * these files exist in the kubelet (pkg/kubelet, its cadvisor and dockershim, releases 1.5 to 1.31)
 * and in no other Kubernetes program. Files that several programs share, such as `reflector.go`
 * or `operation_generator.go`, are decided by the process id of their neighbours in `refine.ts`.
 */

import type { Line } from '../read/line';

const FILES = new Set(
  `kubelet kubelet_node_status kubelet_node_status_others kubelet_pods kubelet_volumes kubelet_getters
  kubelet_resources kubelet_network kubelet_network_linux kubelet_server_journal kubeletconfig
  pod_workers pod_container_deletor pod_container_manager_linux pod_startup_latency_tracker pod_manager
  remote_runtime remote_image kuberuntime_manager kuberuntime_container kuberuntime_container_linux
  kuberuntime_sandbox kuberuntime_image kuberuntime_gc kuberuntime_logs instrumented_services
  generic evented pleg eviction_manager image_gc_manager image_manager container_gc container_log_manager
  container_manager_linux cgroup_manager_linux qos_container_manager_linux node_container_manager
  node_container_manager_linux cpu_manager cpu_assignment policy_static topology_manager scope memory_manager
  policy_none state_mem state_file state_checkpoint docker_sandbox docker_service docker_container docker_manager
  docker_image docker_streaming docker_checkpoint cri_stats_provider cadvisor_stats_provider prober
  prober_manager status_manager volume_manager reconstruct reconstruct_common reconciler_common
  desired_state_of_world_populator desired_state_of_the_world_populator actual_state_of_world cni
  kubenet_linux oom_watcher_linux oom_linux nodestatus setters mirror_client container oomparser
  fsHandler cloud_request_manager plugin_watcher util_unix cgroups_provider runonce active_deadline
  runtime log_metrics dra nodeshutdown_manager_linux nodeshutdown_manager`.split(/\s+/),
);

const PROCESS = /^kubelet/;
/** I0318 00:20:04.380727 5479 server.go:570] Event(api.ObjectReference{…: only the kubelet records events there. */
const EVENT = /^.{20,50} server\.go:\d+\] Event\(/;

/** `kubelet.go` of `I0403 15:18:39.934473    3652 kubelet.go:1778]`, without its ending. */
function sourceFile(text: string): string | undefined {
  const end = text.indexOf('.go:');
  if (end < 1 || end > 100) return undefined;
  return text.slice(text.lastIndexOf(' ', end) + 1, end);
}

/** Whether a klog line is the kubelet's for sure. */
export function isKubelet(text: string, line: Line): boolean {
  const process = line.envelope?.process;
  if (process !== undefined && PROCESS.test(process)) return true;
  const file = sourceFile(text);
  if (file === undefined) return false;
  return FILES.has(file) || (file === 'server' && EVENT.test(text));
}

export function isKubeletProcess(line: Line): boolean {
  const process = line.envelope?.process;
  return process !== undefined && PROCESS.test(process);
}
