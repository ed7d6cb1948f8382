#!/bin/sh
# Stops transient units that the kubelet's mounts left in systemd:
#   scopes named run-*.scope that hold no process, and
#   mount units named run-*.mount that are inactive and dead.
# A unit must also be described as "Kubernetes transient mount for ...".
# It prints what it would do. Set DRY_RUN=0 to do it.
#
# It fails closed: when a tool fails, prints nothing or prints something
# unexpected, or when it cannot prove that a unit is empty, it leaves the unit.
set -u

DRY_RUN=${DRY_RUN:-1}
LIMIT=${LIMIT:-500}
CGROUP_ROOT=${CGROUP_ROOT:-/sys/fs/cgroup}
SYSTEMCTL=${SYSTEMCTL:-systemctl}

say() { printf '%s\n' "$*"; }
give_up() { say "nothing done: $*" >&2; exit 1; }

case $LIMIT in '' | *[!0-9]*) give_up "LIMIT is not a number" ;; esac
[ -d "$CGROUP_ROOT" ] || give_up "$CGROUP_ROOT is not there"
command -v "$SYSTEMCTL" >/dev/null 2>&1 || give_up "there is no $SYSTEMCTL"

units=$("$SYSTEMCTL" list-units --all --no-legend --no-pager --full --plain 'run-*.scope' 'run-*.mount' 2>/dev/null) ||
  give_up "systemctl list-units failed"
[ -n "$units" ] || give_up "systemctl list-units printed nothing"

# The value of one property, or failure. Never empty.
property() {
  answer=$("$SYSTEMCTL" show --property="$2" "$1" 2>/dev/null) || return 1
  case $answer in "$2="?*) printf '%s\n' "${answer#"$2="}" ;; *) return 1 ;; esac
}

# True only when cgroup.procs of the unit and of everything below it was found,
# could be read, and is empty, in every hierarchy that has the cgroup.
has_no_process() {
  group=$(property "$1" ControlGroup) || return 1
  case $group in /*/"$1" | /"$1") ;; *) return 1 ;; esac
  seen=0
  for dir in "$CGROUP_ROOT$group" "$CGROUP_ROOT"/*"$group"; do
    [ -d "$dir" ] || continue
    [ -r "$dir/cgroup.procs" ] || return 1
    files=$(find "$dir" -name cgroup.procs 2>/dev/null) || return 1
    [ -n "$files" ] || return 1
    pids=$(find "$dir" -name cgroup.procs -exec cat {} + 2>/dev/null) || return 1
    [ -z "$pids" ] || return 1
    seen=$((seen + 1))
  done
  [ "$seen" -gt 0 ]
}

is_leftover() {
  description=$(property "$1" Description) || return 1
  case $description in "Kubernetes transient mount for "?*) ;; *) return 1 ;; esac
  case $1 in
    run-*.scope) has_no_process "$1" ;;
    run-*.mount)
      state=$(property "$1" ActiveState) || return 1
      sub=$(property "$1" SubState) || return 1
      [ "$state" = inactive ] && [ "$sub" = dead ] ;;
    *) return 1 ;;
  esac
}

checked=0
empty=0
stopped=0
failed=0
while read -r unit _; do
  case $unit in run-*.scope | run-*.mount) ;; *) continue ;; esac
  case $unit in *[!A-Za-z0-9_.@:-]*) continue ;; esac
  checked=$((checked + 1))
  is_leftover "$unit" || continue
  [ "$empty" -lt "$LIMIT" ] || break
  empty=$((empty + 1))
  if [ "$DRY_RUN" != 0 ]; then
    say "would stop $unit"
  elif "$SYSTEMCTL" stop "$unit" >/dev/null 2>&1; then
    stopped=$((stopped + 1))
    say "stopped $unit"
  else
    failed=$((failed + 1))
    say "could not stop $unit" >&2
  fi
done <<EOF
$units
EOF

say "checked $checked, leftover $empty, stopped $stopped, failed $failed, dry run $DRY_RUN"
[ "$failed" -eq 0 ]
