/** What a task waits for, by the frame that says so. */

export interface Anchor {
  id: string;
  /** Any healthy task may stand here for hours. */
  idle?: true;
  /** A normalised name; `*` at the end stands for any rest. */
  match: string[];
  waitsFor: string;
}

/** The more particular stands first: a sync that waits for a lock is a sync, and a ceph write is ceph. */
export const ANCHORS: readonly Anchor[] = [
  {
    id: 'namespace',
    match: ['zap_pid_ns_processes'],
    waitsFor: 'the other processes of its PID namespace to end',
  },
  { id: 'ceph', match: ['ceph_*', '__ceph_*', 'rbd_*', 'libceph*'], waitsFor: 'an answer from Ceph' },
  {
    id: 'nfs',
    match: ['nfs_*', 'nfs3_*', 'nfs4_*', '__nfs*', 'rpc_*', '__rpc_*'],
    waitsFor: 'an answer from an NFS server',
  },
  { id: 'smb', match: ['cifs_*', 'smb2_*'], waitsFor: 'an answer from an SMB server' },
  {
    id: 'fuse',
    match: ['fuse_*', '__fuse_*', 'request_wait_answer'],
    waitsFor: 'an answer from a FUSE daemon',
  },
  {
    id: 'sync-all',
    match: ['iterate_supers', 'sys_sync', 'sync_inodes_one_sb', 'sync_fs_one_sb'],
    waitsFor: 'sync of every filesystem',
  },
  {
    id: 'sync-one',
    match: ['sync_filesystem', 'sys_syncfs', 'ovl_sync_fs', '__sync_filesystem'],
    waitsFor: 'sync of one filesystem',
  },
  {
    id: 'fsync',
    match: ['sys_fsync', 'sys_fdatasync', 'do_fsync', 'vfs_fsync*'],
    waitsFor: 'a file to reach the disk',
  },
  {
    id: 'ext4',
    match: ['jbd2_*', '__jbd2_*', 'start_this_handle', 'ext4_*', '__ext4_*'],
    waitsFor: 'the ext4 journal',
  },
  { id: 'xfs', match: ['xfs_*', '_xfs_*', 'xlog_*'], waitsFor: 'XFS' },
  { id: 'btrfs', match: ['btrfs_*'], waitsFor: 'btrfs' },
  {
    id: 'device-mapper',
    match: ['dm_*', '__dm_*', 'dmcrypt*', 'md_*', 'raid*'],
    waitsFor: 'a device-mapper or RAID device',
  },
  {
    id: 'block-device',
    match: [
      'blk_*',
      '__blk_*',
      'submit_bio*',
      'wait_on_page_bit*',
      'wait_on_buffer',
      '__wait_on_buffer',
      'folio_wait_*',
      'rq_qos_wait',
      'wbt_wait',
    ],
    waitsFor: 'a block device',
  },
  {
    id: 'dirty-pages',
    match: ['wb_wait_for_completion', 'writeback_*', '__writeback_*', 'balance_dirty_pages*'],
    waitsFor: 'dirty pages to be written',
  },
  {
    id: 'cgroup-memory',
    match: ['mem_cgroup_oom*', 'pagefault_out_of_memory', 'try_charge*', 'mem_cgroup_*'],
    waitsFor: 'memory of its cgroup',
  },
  {
    id: 'memory',
    match: ['shrink_*', 'try_to_free_pages', '__alloc_pages_slowpath*', 'kswapd*', 'do_try_to_free_pages'],
    waitsFor: 'free memory',
  },
  {
    id: 'network',
    match: [
      'copy_net_ns',
      'cleanup_net',
      'rtnl_lock*',
      'netdev_run_todo',
      'unregister_netdev*',
      'netdev_wait_allrefs*',
    ],
    waitsFor: 'the network configuration lock, or a network namespace to go away',
  },
  { id: 'cgroup', match: ['cgroup_*', '__cgroup_*'], waitsFor: 'a cgroup operation' },
  {
    id: 'mount',
    match: [
      'namespace_lock',
      'lock_mount',
      'do_mount',
      'path_mount',
      'ksys_umount',
      'sys_umount',
      'sys_mount',
      'deactivate_super',
      'generic_shutdown_super',
    ],
    waitsFor: 'a mount or unmount',
  },
  {
    id: 'terminal',
    idle: true,
    match: ['n_tty_read', 'tty_read'],
    waitsFor: 'input from a terminal: any idle shell',
  },
  {
    id: 'pipe',
    idle: true,
    match: ['pipe_wait', 'pipe_read', 'pipe_write', 'anon_pipe_read', 'pipe_wait_readable'],
    waitsFor: 'the other end of a pipe',
  },
  { id: 'child', match: ['do_wait', 'kernel_wait4', 'sys_wait4', 'sys_waitid'], waitsFor: 'a child to end' },
  {
    id: 'thread',
    idle: true,
    match: ['futex_wait*', 'do_futex', 'sys_futex'],
    waitsFor: 'another thread of the same program',
  },
  {
    id: 'events',
    idle: true,
    match: ['ep_poll', 'do_epoll_wait', 'sys_epoll_wait', 'do_select', 'do_sys_poll', 'do_poll'],
    waitsFor: 'events: idle',
  },
  {
    id: 'socket',
    idle: true,
    match: [
      'inet_csk_accept',
      'tcp_recvmsg*',
      'sk_wait_data',
      'unix_stream_*',
      '__skb_wait_for_more_packets',
      'skb_wait_for_more_packets',
    ],
    waitsFor: 'data from a socket',
  },
  {
    id: 'stopped',
    idle: true,
    match: ['ptrace_stop', 'do_signal_stop', 'do_freezer_trap', 'refrigerator', '__refrigerator'],
    waitsFor: 'to be continued: traced, stopped or frozen',
  },
  {
    id: 'rw-lock',
    match: ['call_rwsem_*', 'rwsem_*', 'down_read*', 'down_write*', '__down_read*', '__down_write*'],
    waitsFor: 'a read-write lock that another task holds',
  },
  {
    id: 'lock',
    match: ['mutex_lock*', '__mutex_lock*', '__down*', 'down'],
    waitsFor: 'a lock that another task holds',
  },
  { id: 'exit', match: ['do_exit', 'do_group_exit', 'exit_mm', 'mmput'], waitsFor: 'its own exit' },
];
