#!/bin/sh
# Stops the scopes that the kubelet's mounts left in systemd: units named
# run-*.scope, described as "Kubernetes transient mount for ...", in whose
# cgroup no process is left. A FUSE daemon is a process, so its scope stays.
#
# It prints what it would do. Set DRY_RUN=0 to do it.
#
# It fails closed: when a tool fails, prints nothing or prints something
# unexpected, or when a scope is not proved to be empty, the scope stays.
set -u

DRY_RUN=${DRY_RUN:-1}
LIMIT=${LIMIT:-500}
CGROUP_ROOT=${CGROUP_ROOT:-/sys/fs/cgroup}

give_up() {
  echo "nothing done: $*" >&2
  exit 1
}

case $LIMIT in '' | *[!0-9]*) give_up "LIMIT is not a number" ;; esac
[ -d "$CGROUP_ROOT" ] || give_up "$CGROUP_ROOT is not there"
command -v systemctl >/dev/null 2>&1 || give_up "there is no systemctl"

units=$(systemctl list-units --all --full --plain --no-legend --no-pager --type=scope 2>/dev/null) ||
  give_up "systemctl list-units failed"
[ -n "$units" ] || give_up "systemctl list-units printed nothing"

# True only when the cgroup of the scope was found, has no cgroup below it, and
# cgroup.procs could be read and is empty, in each mounted hierarchy. Read twice:
# cat reports a failed read, and the shell sees processes even if cat is broken.
has_no_process() {
  answer=$(systemctl show --property=ControlGroup "$1" 2>/dev/null) || return 1
  group=${answer#ControlGroup=}
  [ "ControlGroup=$group" = "$answer" ] || return 1
  case $group in *..*) return 1 ;; /*"/$1" | "/$1") ;; *) return 1 ;; esac
  seen=0
  for dir in "$CGROUP_ROOT$group" "$CGROUP_ROOT"/*"$group"; do
    [ -d "$dir" ] || continue
    for below in "$dir"/*/; do [ ! -d "$below" ] || return 1; done
    [ -r "$dir/cgroup.procs" ] || return 1
    pids=$(cat "$dir/cgroup.procs" 2>/dev/null) || return 1
    [ -z "$pids" ] || return 1
    pid=
    read -r pid <"$dir/cgroup.procs"
    [ -z "$pid" ] || return 1
    seen=$((seen + 1))
  done
  [ "$seen" -gt 0 ]
}

checked=0
empty=0
stopped=0
failed=0
while read -r unit load active sub description; do
  case $unit in run-*.scope) ;; *) continue ;; esac
  case $unit in *[!A-Za-z0-9_.:-]*) continue ;; esac
  [ "$load $active" = "loaded active" ] || continue
  case $sub in running | abandoned) ;; *) continue ;; esac
  case $description in "Kubernetes transient mount for "?*) ;; *) continue ;; esac
  checked=$((checked + 1))
  has_no_process "$unit" || continue
  [ "$empty" -lt "$LIMIT" ] || break
  empty=$((empty + 1))
  if [ "$DRY_RUN" != 0 ]; then
    echo "would stop $unit"
  elif systemctl stop "$unit" >/dev/null 2>&1; then
    stopped=$((stopped + 1))
    echo "stopped $unit"
  else
    failed=$((failed + 1))
    echo "could not stop $unit" >&2
  fi
done <<EOF
$units
EOF

echo "transient mounts $checked, empty $empty, stopped $stopped, failed $failed, dry run $DRY_RUN"
[ "$failed" -eq 0 ]
