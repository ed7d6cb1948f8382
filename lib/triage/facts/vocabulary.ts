/**
 * Every fact a format may emit. A signature on a fact that is not listed here is
 * refused by `npm run check`. Counts are numbers; durations are seconds; sizes are bytes.
 */
export const FACTS = {
  // Versions. `applies` of an incident reads `<component>.version`.
  'kernel.version': 'Kernel release, as uname -r prints it',
  'os.version': 'Distribution and its version, as printed',
  'kubelet.version': 'Kubelet version',
  'kubernetes.version': 'Kubernetes version of the server, or of a node',
  'docker.version': 'Docker Engine version',
  'containerd.version': 'containerd version',
  'cri-o.version': 'CRI-O version',
  'runc.version': 'runc version',
  'systemd.version': 'systemd version',
  's6-overlay.version': 's6-overlay version',
  'ingress-nginx.version': 'ingress-nginx controller version',
  'cni.version': 'containernetworking/cni library or plugin version',
  'iptables.version': 'iptables version',
  'ceph.version': 'Ceph version',
  'go.version': 'Go version',

  // Names. They fill commands.
  'node.name': 'Node or host name',
  'pod.name': 'Pod name',
  'pod.namespace': 'Namespace of the pod',
  'container.name': 'Container name',
  'container.id': 'Container id, 12 or 64 hex digits',
  'image.name': 'Image reference',
  'process.pid': 'Process id a stack or a log line is about',
  'cronjob.name': 'CronJob name',
  'device.name': 'Block device or file system a line is about',
  'runtime.name': 'Container runtime: docker, containerd or cri-o',
  'cgroup.version': 'Cgroup version on the node: 1 or 2',

  // ps and top.
  'ps.processes': 'Processes listed',
  'ps.zombies': 'Processes in state Z listed or counted',
  'ps.zombie_siblings': 'Most zombies that share one parent, or one command name',
  'ps.dstate': 'Processes in state D listed',
  'top.load1': 'Load average over one minute',
  'top.iowait': 'Percent of CPU time waiting for I/O',
  'top.system': 'Percent of CPU time in the kernel',
  'top.kswapd_cpu': 'Percent of a CPU that kswapd uses',
  'top.kubelet_cpu': 'Percent of a CPU that the kubelet uses',
  'top.kube_proxy_cpu': 'Percent of a CPU that kube-proxy uses',
  'apiserver.memory': 'Memory of a kube-apiserver',

  // Profiles.
  'profile.hottest': 'Function in which a pprof listing spends most by itself',

  // Memory.
  'memory.total': 'RAM of the machine',
  'memory.available': 'RAM available to start programs',
  'memory.page_cache': 'Buffers and page cache',
  'memory.file_pages': 'Active and inactive file pages of a kernel Mem-Info report, in pages',
  'memory.metric_over_rss':
    'What a metric, an eviction or a cgroup counts for a container over the resident memory of its processes',
  'oom.victim_share':
    'Anonymous memory of the killed process as a share of the limit that its memory cgroup had reached',
  'swap.total': 'Swap of the machine',
  'cgroup.memory.cache': 'Page cache in one memory cgroup',
  'cgroup.memory.anon': 'Anonymous memory (rss) in one memory cgroup',
  'cgroup.memory.inactive_file': 'Inactive file cache in one memory cgroup',
  'cgroup.memory.active_file': 'Active file cache in one memory cgroup',
  'cgroup.memory.file_share': 'File cache as a share (0 to 1) of cache plus anonymous memory in one cgroup',
  'cgroup.memory.shmem_share': 'Shared memory and tmpfs as a share (0 to 1) of the file cache in one cgroup',
  'cgroup.dying': 'nr_dying_descendants of cgroup.stat',
  'command.memory_stat_seconds': 'Wall time that reading memory.stat took',

  // Cgroups.
  'cgroups.memory': 'Memory cgroups in /proc/cgroups',
  'cgroups.cpuset': 'Cpuset cgroups in /proc/cgroups',
  'cgroups.devices': 'Devices cgroups in /proc/cgroups',
  'cgroups.memory_excess':
    'Memory cgroups, ten thousand or more, over the most that any other controller counts',
  'cgroups.max': 'Largest num_cgroups of any controller in /proc/cgroups',
  'cgroups.directories': 'Directories under /sys/fs/cgroup/memory, as counted by find or ls',
  'cgroups.system_slice': 'Cgroups under system.slice, over all hierarchies listed, as counted by find or ls',

  // Network.
  'conntrack.insert_failed': 'insert_failed summed over CPUs',
  'conntrack.drop': 'drop summed over CPUs',
  'conntrack.entries': 'Entries in the connection table',
  'conntrack.max': 'nf_conntrack_max',
  'capture.lost_halves':
    'Lookups in a capture of which one query was answered and its twin had to be sent again',
  'capture.syn_not_sent': 'How often a SYN entered a node in a capture without leaving it',
  'ipvs.services': 'Virtual services listed',
  'ipvs.active_ratio':
    'Most active connections of a real server over the median of its service, weights above 0',
  'ipvs.active_spread':
    'Most over fewest active connections (at least 1) among the real servers of one service, weights above 0',
  'ipvs.weight0_active': 'Active plus inactive connections on real servers of weight 0',
  'ipvs.removed_growth': 'Connections that a server which kube-proxy wants to remove has won meanwhile',
  'ipvs.weight0_ready': 'Real servers of weight 0 that Kubernetes lists as ready endpoints',
  'kube_proxy.sync_seconds': 'Mean time that kube-proxy takes to write its rules',
  'ipvs.conn_reuse_mode': 'net.ipv4.vs.conn_reuse_mode',

  // systemd.
  'units.transient_mounts': 'run-*.scope and run-*.mount units listed',
  'units.total': 'Units listed or counted',

  // Images.
  'pull.seconds': 'How long a pull took, per pod and container',
  'pull.waiting_seconds': 'How much of it was waiting for other pulls, per pod and container',
  'pull.undivided_seconds':
    'How long a pull took where nothing says how much of it was waiting, per pod and container',
  'pull.open_seconds': 'How long a pull that was begun has not ended, per pod and container',

  'pull.open_images': 'Different images whose pulls have been open for minutes in one table of events',
  'pull.back_to_back': 'Pulls in the log of a runtime that began in the moment in which a long one had ended',
  'pull.ended_together': 'Different images whose pulls took minutes and ended within a moment of each other',

  // Time in logs.
  'journal.gap_seconds': 'Longest silence between two lines of one journal',
  'nginx.reloads_per_minute': 'Backend reloads a minute',
  'nginx.old_generations':
    'Old NGINX workers that are shutting down, over the current workers; by start times without those',
  'nginx.moved_lines': 'Servers and upstreams that only changed their place between two configurations',
  'nginx.status_502': 'Requests answered 502',
  'nginx.vanished_upstreams':
    'Pods that answered, then were answered for with 502, and never came back while others answered',
  'nginx.requests': 'Requests in the access log',

  // Kubernetes objects.
  'node.ready': 'Status of the Ready condition: True, False or Unknown',
  'node.pressure':
    'A condition of the node that is True and should not be: MemoryPressure, DiskPressure, PIDPressure',
  'node.memory_limits_percent': 'Sum of memory limits on a node in percent of what it can allocate',
  'pod.phase': 'Phase or STATUS of a pod',
  'container.waiting_reason': 'Reason of a waiting container',
  'container.exit_code': 'Exit code of the last termination',
  'container.terminated_reason': 'Reason of the last termination',
  'container.restarts': 'Restarts of a container, or of all containers of a pod',
  'pod.pending_but_started': 'True when a pod is Pending while its events say that containers were started',
  'pod.watch_lag_seconds':
    'How much later than the kubelet the API saw the containers of a pod run, by the kubelet',
  'pod.pending_seconds': 'Age of a pod that is Pending',
  'pod.terminating_seconds': 'How long a pod has been Terminating',
  'pods.same_node_replicas':
    'Most replicas of one workload on one node, where there are at least two and all are on that node',
  'replicasets.empty': 'ReplicaSets with desired, current and ready 0',
  'replicasets.total': 'ReplicaSets listed',
  'replicasets.stored': 'ReplicaSets of the cluster, as a command, a metric or etcd counted them',
  'replicasets.of_one': 'ReplicaSets, empty ones where that is shown, that belong to one workload',
  'replicasets.per_deployment': 'ReplicaSets over Deployments, where both were counted in the whole cluster',
  'deployment.replicas': 'spec.replicas',
  'deployment.revision_history_limit': 'spec.revisionHistoryLimit',
  'cronjob.schedule': 'spec.schedule',
  'cronjob.timezone': 'spec.timeZone',
  'cronjob.suspend': 'spec.suspend',
  'cronjob.concurrency_policy': 'spec.concurrencyPolicy',
  'cronjob.starting_deadline_seconds': 'spec.startingDeadlineSeconds; absent when unset',
  'cronjob.last_schedule_seconds': 'How long ago the CronJob last ran, at the end of the paste',
  'cronjob.missed_runs': 'Runs missed between the last schedule and the end of the paste',
  'cronjob.skipped_runs': 'Runs missing between the Jobs of one CronJob, by the times in their names',
  'cronjob.extra_runs':
    'Jobs of one CronJob that follow within half an interval, were made again, or run beside each other against its policy',
  'cronjob.second_pods': 'Runs of a CronJob for which more than one pod was made, none of which failed',
  'cronjob.round_seconds':
    'Longest time between two rounds of a CronJob controller that looks every ten seconds',
  'cronjob.off_schedule_runs':
    'Jobs of a CronJob whose planned minute no schedule of the paste names, in any time zone',
  'cronjob.behind':
    'CronJobs whose last run lies two runs and more back, at most 100: none of whose Jobs runs, or at least five',
  'cronjob.zone_shift_seconds':
    'How far the last run lies from the schedule by the clock of the person who expected local time',
  'job.start_delay_seconds':
    'How long after its time a Job of a CronJob was created; of a metric, the mean or the quantile of all',
  'webhook.failure_policy': 'failurePolicy of an admission webhook',
  'webhook.covers_all':
    'Whether a webhook takes every kind of object of the core or of all groups, in every namespace',
  'webhook.timeout_seconds': 'timeoutSeconds of an admission webhook',
  'container.memory_limit': 'resources.limits.memory of a container, in a manifest',
  'container.prestop': 'Whether a container has a preStop hook, in a manifest',
  'workload.spread': 'Whether a workload has podAntiAffinity or topologySpreadConstraints, in a manifest',
  'pod.share_process_namespace': 'spec.shareProcessNamespace',
  'pod.termination_grace_seconds': 'spec.terminationGracePeriodSeconds',
} as const;

export type FactName = keyof typeof FACTS;

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(FACTS, name);
}
