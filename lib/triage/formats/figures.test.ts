/** The small formats: a few samples each, of several ages, and what they must not take. */

import { expect, test } from 'vitest';
import { conntrackStat } from './conntrack-stat';
import type { Format } from './format';
import { ipvsadm } from './ipvsadm';
import { meminfo } from './meminfo';
import { memoryStat } from './memory-stat';
import { pprofTop } from './pprof-top';
import { procCgroups } from './proc-cgroups';
import { systemctlUnits } from './systemctl-units';
import { confidences, factsOf, toPart } from './test-lines';
import { top } from './top';

interface Sample {
  format: Format;
  text: string;
  command?: string;
  facts: Record<string, unknown>;
  state?: string;
}

const SAMPLES: Record<string, Sample> = {
  '/proc/cgroups with remarks and blank lines': {
    format: procCgroups,
    text: 'subsys_name hierarchy num_cgroups enabled\n\ncpuset 10 229418 1 — 但 cpuset 数量很恐怖\n\nmemory 7 109 1 — 看上去不多\n\ndevices 3 229504 1\n\nfreezer 5 32 1',
    facts: {
      'cgroups.cpuset': 229_418,
      'cgroups.memory': 109,
      'cgroups.devices': 229_504,
      'cgroups.max@devices': 229_504,
    },
    state: '109 memory cgroups; most in devices: 229504',
  },
  'a row of /proc/cgroups glued to its command': {
    format: procCgroups,
    text: 'cat /proc/cgroups |grep memory memory 11 65535 1',
    facts: { 'cgroups.memory': 65_535, 'cgroups.max@memory': 65_535 },
  },
  'directories counted': {
    format: procCgroups,
    text: '240',
    command: 'find /sys/fs/cgroup/memory -type d | wc -l',
    facts: { 'cgroups.directories': 240 },
  },
  'directories counted, without a prompt': {
    format: procCgroups,
    text: 'ls /sys/fs/cgroup/memory/ | wc -l\n36',
    facts: { 'cgroups.directories': 36 },
  },
  'top of procps 3.3': {
    format: top,
    text: `top - 11:50:54 up 17 min,  1 user,  load average: 10.74, 11.00, 6.96
%Cpu(s):  0.3 us, 12.9 sy,  0.0 ni,  3.1 id, 64.8 wa,  0.0 hi, 18.8 si,  0.0 st
KiB Mem :  1015368 total,    65532 free,   851408 used,    98428 buff/cache
KiB Swap:        0 total,        0 free,        0 used.    24816 avail Mem
  PID USER      PR  NI    VIRT    RES    SHR S  %CPU %MEM     TIME+ COMMAND
 8547 root      20   0  771948  40064      0 S  21.5  3.9   2:48.13 kubelet
   35 root      20   0       0      0      0 R  13.4  0.0   2:04.26 kswapd0`,
    facts: {
      'top.load1': 10.74,
      'top.system': 12.9,
      'top.iowait': 64.8,
      'memory.total': 1_039_736_832,
      'memory.page_cache': 100_790_272,
      'swap.total': 0,
      'memory.available': 25_411_584,
      'top.kubelet_cpu': 21.5,
      'top.kswapd_cpu': 13.4,
    },
    state: 'Load 10.74, waiting for I/O 64.8 %, in the kernel 12.9 %, no swap, busiest kubelet (21.5 %)',
  },
  'top of procps 3.2': {
    format: top,
    text: 'Cpu(s):  0.3%us, 12.9%sy,  0.0%ni,  3.1%id, 83.0%wa,  0.0%hi,  0.1%si,  0.0%st\nMem:  16326820k total, 16200000k used,   126820k free,      812k buffers\nSwap:        0k total,        0k used,        0k free,    98428k cached',
    facts: {
      'top.system': 12.9,
      'top.iowait': 83,
      'memory.total': 16_718_663_680,
      'swap.total': 0,
      'memory.page_cache': 100_790_272,
    },
  },
  atop: {
    format: top,
    text: 'CPU | sys      98% | user     12% | irq       4% | idle      0% | wait    286% |\nCPL | avg1   52.33 | avg5   40.21 | avg15   26.10 | csw  2061892 |\nMEM | tot    15.6G | free  112.3M | cache  98.1M | buff    0.2M |\nSWP | tot     0.0M | free    0.0M | vmcom  14.1G | vmlim   7.8G |\n   35   9.55s   0.00s     0K     0K     0K     0K  --   -  R   0  96%  kswapd0',
    facts: {
      'top.system': 98,
      'top.iowait': 286,
      'top.load1': 52.33,
      'memory.total': 16_750_372_454,
      'memory.page_cache': 102_865_306,
      'swap.total': 0,
      'top.kswapd_cpu': 96,
    },
  },
  'memory.stat of cgroup v1': {
    format: memoryStat,
    text: 'cache 900\nrss 100\ninactive_file 1\nactive_file 2\nhierarchical_memory_limit 524288000\ntotal_cache 900000\ntotal_rss 100000\ntotal_inactive_file 600000\ntotal_active_file 300000',
    command: 'cat /sys/fs/cgroup/memory/kubepods/memory.stat',
    facts: {
      'cgroup.memory.cache@/kubepods': 900_000,
      'cgroup.memory.anon@/kubepods': 100_000,
      'cgroup.memory.inactive_file@/kubepods': 600_000,
      'cgroup.memory.active_file@/kubepods': 300_000,
      'cgroup.memory.file_share@/kubepods': 0.9,
    },
  },
  'memory.stat of cgroup v2': {
    format: memoryStat,
    text: 'anon 750\nfile 250\nkernel_stack 5\ninactive_file 200\nactive_file 50',
    command: 'cat memory.stat',
    facts: {
      'cgroup.memory.cache': 250,
      'cgroup.memory.anon': 750,
      'cgroup.memory.inactive_file': 200,
      'cgroup.memory.active_file': 50,
      'cgroup.memory.file_share': 0.25,
    },
  },
  'cgroup.stat': {
    format: memoryStat,
    text: 'nr_descendants 230\nnr_dying_descendants 68440',
    facts: { 'cgroup.dying': 68_440 },
    state: '68440 dying cgroups',
  },
  'time cat memory.stat': {
    format: memoryStat,
    text: 'real\t0m1.213s\nuser\t0m0.001s\nsys\t0m1.200s',
    command: 'time cat /sys/fs/cgroup/memory/memory.stat > /dev/null',
    facts: { 'command.memory_stat_seconds@/': 1.213 },
    state: 'reading memory.stat took 1.213s',
  },
  free: {
    format: meminfo,
    text: '              total        used        free      shared  buff/cache   available\nMem:        1015368      851408       65532        4096       98428       24816\nSwap:             0           0           0',
    facts: {
      'memory.total': 1_039_736_832,
      'memory.available': 25_411_584,
      'memory.page_cache': 100_790_272,
      'swap.total': 0,
    },
    state: '992 MiB RAM, 24.2 MiB available, 96.1 MiB page cache, no swap',
  },
  'free -m, old and without its command': {
    format: meminfo,
    text: '             total       used       free     shared    buffers     cached\nMem:         15944      15800        144          0          2        100\n-/+ buffers/cache:      15698        246\nSwap:            0          0          0',
    facts: { 'memory.total': 16_718_495_744, 'memory.page_cache': 106_954_752, 'swap.total': 0 },
  },
  'free -h': {
    format: meminfo,
    text: '               total        used        free      shared  buff/cache   available\nMem:            15Gi        14Gi       144Mi       1.0Mi       100Mi        60Mi\nSwap:             0B          0B          0B',
    command: 'free -h',
    facts: {
      'memory.total': 16_106_127_360,
      'memory.available': 62_914_560,
      'memory.page_cache': 104_857_600,
      'swap.total': 0,
    },
  },
  '/proc/meminfo': {
    format: meminfo,
    text: 'MemTotal:       16326820 kB\nMemAvailable:     126820 kB\nBuffers:             812 kB\nCached:            98428 kB\nSwapTotal:             0 kB',
    facts: {
      'memory.total': 16_718_663_680,
      'memory.available': 129_863_680,
      'memory.page_cache': 101_621_760,
      'swap.total': 0,
    },
  },
  'Mem-Info of the kernel': {
    format: meminfo,
    text: 'active_anon:3932001 inactive_anon:112 isolated_anon:0\n active_file:321 inactive_file:540 isolated_file:0\n1200 total pagecache pages\nTotal swap = 0kB\n4194174 pages RAM',
    facts: {
      'memory.file_pages': 861,
      'memory.page_cache': 4_915_200,
      'swap.total': 0,
      'memory.total': 17_179_336_704,
    },
  },
  'conntrack -S': {
    format: conntrackStat,
    text: 'cpu=0   \tfound=12 invalid=130 insert=0 insert_failed=15 drop=15 early_drop=3 error=0 search_restart=213\ncpu=1   \tfound=12 invalid=130 insert=0 insert_failed=7 drop=6 early_drop=0 error=0 search_restart=213',
    facts: { 'conntrack.insert_failed': 22, 'conntrack.drop': 21 },
    state: 'insert_failed 22, drop 21',
  },
  '/proc/net/stat/nf_conntrack': {
    format: conntrackStat,
    text: 'entries  searched found new invalid ignore delete delete_list insert insert_failed drop early_drop icmp_error  expect_new expect_create expect_delete search_restart\n0000012a  00000000 00000000 00000000 0000001d 00000000 00000000 00000000 00000000 0000000f 0000000e 00000000 00000000  00000000 00000000 00000000 00000000\n0000012a  00000000 00000000 00000000 0000001d 00000000 00000000 00000000 00000000 00000001 00000001 00000000 00000000  00000000 00000000 00000000 00000000',
    facts: { 'conntrack.insert_failed': 16, 'conntrack.drop': 15, 'conntrack.entries': 298 },
  },
  'conntrack sysctls': {
    format: conntrackStat,
    text: 'net.netfilter.nf_conntrack_count = 262140\nnet.netfilter.nf_conntrack_max = 262144',
    facts: { 'conntrack.entries': 262_140, 'conntrack.max': 262_144 },
    state: '262140 connections tracked of 262144',
  },
  'ipvsadm -Ln': {
    format: ipvsadm,
    text: 'IP Virtual Server version 1.2.1 (size=4096)\nProt LocalAddress:Port Scheduler Flags\n  -> RemoteAddress:Port           Forward Weight ActiveConn InActConn\nTCP  10.144.0.1:443 rr\n  -> MASTER1:6443           Masq    1      400        0\n  -> MASTER2:6443           Masq    1      20         0\n  -> MASTER3:6443           Masq    1      10         0\n  -> MASTER4:6443           Masq    0      7          120',
    facts: {
      'ipvs.services': 1,
      'ipvs.active_ratio@10.144.0.1:443': 20,
      'ipvs.active_spread@10.144.0.1:443': 40,
      'ipvs.weight0_active@MASTER4:6443': 127,
    },
  },
  'ipvsadm --stats': {
    format: ipvsadm,
    text: 'Prot LocalAddress:Port               Conns   InPkts  OutPkts  InBytes OutBytes\n  -> RemoteAddress:Port\nTCP  10.144.0.1:443                  1398K   29341K        0    2881M        0\n  -> 10.0.0.1:6443                    700K   14341K        0    1881M        0',
    facts: { 'ipvs.services': 1 },
  },
  conn_reuse_mode: {
    format: ipvsadm,
    text: 'net.ipv4.vs.conn_reuse_mode = 1',
    facts: { 'ipvs.conn_reuse_mode': 1 },
  },
  'pprof top': {
    format: pprofTop,
    text: '(pprof) top\nShowing nodes accounting for 3.10s, 25.41% of 12.20s total\nDropped 560 nodes (cum <= 0.06s)\n      flat  flat%   sum%        cum   cum%\n         0     0%     0%      4.89s 40.08%  k8s.io/kubernetes/vendor/github.com/google/cadvisor/manager.(*containerData).housekeeping\n     3.04s 24.92% 25.41%      3.23s 26.48%  syscall.Syscall',
    facts: { 'profile.hottest': 'syscall.Syscall' },
  },
  'systemctl list-units': {
    format: systemctlUnits,
    text: 'UNIT                     LOAD   ACTIVE SUB     DESCRIPTION\nrun-r0a1b2.scope         loaded active running Kubernetes transient mount for /var/lib/kubelet/pods/x\n● ssh.service            loaded failed failed  OpenBSD Secure Shell server\n\nLOAD   = Reflects whether the unit definition was properly loaded.\n\n1095 loaded units listed. Pass --all to see loaded but inactive units, too.',
    facts: { 'units.total': 1095, 'units.transient_mounts': 1 },
  },
  'units counted': {
    format: systemctlUnits,
    text: '131079',
    command: 'systemctl list-units --all | wc -l',
    facts: { 'units.total': 131_079 },
  },
  'transient units counted': {
    format: systemctlUnits,
    text: '4021',
    command: 'systemctl list-units | grep subpath | grep "run-" | wc -l',
    facts: { 'units.transient_mounts': 4021 },
  },
};

for (const [name, { format, text, command, facts, state }] of Object.entries(SAMPLES)) {
  test(`${format.id}: ${name}`, () => {
    const sure = confidences(format, text, command).filter((_, at) => text.split('\n')[at]?.trim() !== '');
    expect(Math.min(...sure)).toBeGreaterThanOrEqual(0.8);
    expect(factsOf(format, text, command)).toEqual(facts);
    const collapsed = text.replace(/[ \t]+/g, ' ');
    expect(factsOf(format, collapsed, command)).toEqual(facts);
    if (state !== undefined) expect(format.state?.(toPart(format, text, command))).toBe(state);
    for (const other of new Set(Object.values(SAMPLES).map((sample) => sample.format))) {
      if (other === format) continue;
      for (const [at, line] of text.split('\n').entries()) {
        if (line.trim() !== '')
          expect(confidences(other, line)[0], `${other.id} takes line ${at + 1}: ${line}`).toBeLessThan(0.8);
      }
    }
  });
}

test('a bare number belongs to nobody', () => {
  for (const { format } of Object.values(SAMPLES)) expect(confidences(format, '65535')[0], format.id).toBe(0);
});
