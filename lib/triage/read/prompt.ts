/** Shell prompts. `read` leaves them in the line: what was typed says what the next lines are. */

/** Prompts that nothing else looks like. */
const SURE = [
  // [root@wc-testk8s-0-103 cgroup]# cat /proc/291967/stack     [ops@app-docker0-ct2.db01:~]$ uname -a
  /^\[[\w.-]+@[\w.-]+[ :][^\]]{0,200}\] ?[#$%] ?(?=\S)/,
  // root@kube-node-1 ~ # ps auxfww      root@dockerhost03:~# grep      dev@laptop:~/src/tool$ ./build.sh
  /^(?:\([\w.-]+\) )?[\w.-]+@[\w.-]+(?::| )[~/][^\s#$%]* ?[#$%] (?=\S)/,
  // kube-3 ~ # systemctl daemon-reload
  /^[\w.-]+ ~[^\s#$%]* [#$%] (?=\S)/,
  // sh-4.2$ pwd      bash-5.1# ls
  /^(?:ba)?sh-\d+\.\d+[#$] ?(?=\S)/,
  // ➜  ~ kubectl get pods      ➜  ipam git:(leak) ✗ go build
  /^(?:\([\w.-]+\) )?[➜❯λ➤]\s+(?:\S+ (?:git:\(\S*\) )?(?:✗ )?)?(?=\S)/u,
  // (base) thsipam git:(leak) CNI_COMMAND=VERSION ./xxipam        (the arrow was lost)
  /^(?:\([\w.-]+\) ?)?\S+ git:\([^)\s]*\) (?:✗ )?(?=\S)/u,
  // / # ls      /app $ env      (busybox)
  /^[~/][\w./-]* [#$] (?=\S)/,
  // PS C:\Users\me> kubectl get nodes
  /^PS [A-Z]:\\[^>]{0,200}> (?=\S)/,
  // user@mac dir % kubectl get nodes
  /^[\w.-]+@[\w.-]+ [\w.~/-]+ % (?=\S)/,
];

/** `# uname -r` is a prompt and `# counting actual subpath units` a comment: the first word decides. */
const COMMANDS = new Set(
  (
    'apt apt-get awk base64 bash bridge cat cd chmod chown chroot conntrack containerd cp crictl crio ctr curl cut date ' +
    'dd df diff dig dmesg docker docker-compose dpkg dpkg-query du echo env etcdctl ethtool exit export fdisk file find ' +
    'findmnt for free fuser gdb getconf getent git go grep gunzip gzip head helm host hostname hostnamectl id ifconfig ' +
    'iostat ip ipcs iptables iptables-save ipset ipvsadm istioctl journalctl jq k kc kill killall kubeadm kubectl kubelet ' +
    'kustomize last ldd less ll ln ls lsblk lscpu lsmod lsns lsof make man md5sum mkdir modprobe more mount mpstat mv nc ' +
    'netstat nginx nft nmap node npm nsenter nslookup numactl oc openssl passwd perf pgrep pidof pidstat ping pip pkill ' +
    'podman pprof printf ps pstree pwd python python3 rbd read rm rmdir rpm runc sar sed seq service sh slabtop sleep sort ' +
    'ss ssh stat strace su sudo swapoff swapon sync sysctl systemctl systemd-analyze systemd-cgls systemd-cgtop tail tar ' +
    'tcpdump tee telnet test time timeout top touch tr traceroute ulimit umount uname uniq unshare uptime vi vim vmstat w ' +
    'watch wc wget which while who xargs yum zcat zgrep ceph kc kubens kubectx velero stern'
  ).split(' '),
);

const BARE = /^[#$%] (?:sudo )?(\S+)/;
const ASSIGNMENT = /^[A-Z_][A-Z0-9_]*=/;

/** The command typed behind a shell prompt, without the prompt; undefined when the line is no prompt. */
export function commandOf(text: string): string | undefined {
  for (const prompt of SURE) {
    const match = prompt.exec(text);
    if (match && looksTyped(text, match[0].length)) return text.slice(match[0].length).trim();
  }
  const bare = BARE.exec(text);
  if (!bare) return undefined;
  const word = bare[1]!;
  const typed =
    COMMANDS.has(word) ||
    /^\.{0,2}\/[\w.-]/.test(word) ||
    ASSIGNMENT.test(word) ||
    (text[0] === '$' && /^[a-z]/.test(word));
  return typed ? text.slice(2).trim() : undefined;
}

function looksTyped(text: string, at: number): boolean {
  return text.length > at && !/^[#$%]/.test(text.slice(at));
}
