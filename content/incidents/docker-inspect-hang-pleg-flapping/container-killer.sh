#!/bin/bash
# Finds containers that Docker cannot inspect and, only when told to, kills their shims.
#
#   container-killer.sh            dry run: reports, changes nothing
#   container-killer.sh --kill     kills at most MAX_KILLS shims whose containers have nothing alive in them
#
# Writes metrics for the textfile collector of node_exporter when METRICS names a file.
# Fails closed: when the list of containers cannot be read, nothing is touched.
set -u

KILL=no
[ "${1:-}" = --kill ] && KILL=yes
TRIES=${TRIES:-3}          # inspections that must time out, one after the other
TIMEOUT=${TIMEOUT:-30}     # seconds for each
MAX_KILLS=${MAX_KILLS:-2}
METRICS=${METRICS:-}

suspicious=0 alive=0 killed=0

# The shim of a container, and nothing else: its id must be one whole word or path element of the command line.
shim_of() {
  ps -eo pid=,args= | awk -v id="$1" '
    $2 ~ /containerd-shim/ {
      for (i = 3; i <= NF; i++) {
        n = split($i, part, "/")
        if ($i == id || part[n] == id) { print $1; next }
      }
    }'
}

# How many processes below a PID are alive, that is, not zombies. "unknown" when ps fails or does not show the PID.
alive_below() {
  tree=$(ps -eo pid=,ppid=,stat=) || { echo unknown; return; }
  echo "$tree" | awk -v root="$1" '
    { parent[$1] = $2; state[$1] = $3 }
    END {
      for (p in parent) {
        q = p; depth = 0
        while (q in parent && q != root && depth++ < 64) q = parent[q]
        if (q == root && p != root && state[p] !~ /^[ZX]/) n++
      }
      if (root in parent) print n + 0; else print "unknown"
    }'
}

hangs() {
  for _ in $(seq "$TRIES"); do
    timeout "$TIMEOUT" docker inspect "$1" > /dev/null 2>&1
    [ $? = 124 ] || return 1
    sleep 5
  done
  return 0
}

ids=$(timeout 60 docker ps -q --no-trunc) || {
  echo "docker ps does not answer: this is no case for this script" >&2
  exit 1
}

for id in $ids; do
  hangs "$id" || continue
  suspicious=$((suspicious + 1))
  shims=$(shim_of "$id")
  if [ "$(echo "$shims" | grep -c .)" != 1 ]; then
    echo "$id: inspection hangs; its shim is not clear ($(echo $shims)), left alone"
    continue
  fi
  left=$(alive_below "$shims")
  if [ "$left" != 0 ]; then
    alive=$((alive + 1))
    echo "$id: inspection hangs; live processes below shim $shims: $left, left alone"
  elif [ "$KILL" = yes ] && [ "$killed" -lt "$MAX_KILLS" ]; then
    echo "$id: inspection hangs; nothing alive, killing shim $shims"
    kill -9 "$shims" && killed=$((killed + 1))
  else
    echo "$id: inspection hangs; nothing alive, would kill shim $shims"
  fi
done

if [ -n "$METRICS" ]; then
  {
    echo "# TYPE container_killer_suspicious gauge"
    echo "container_killer_suspicious $suspicious"
    echo "# TYPE container_killer_suspicious_alive gauge"
    echo "container_killer_suspicious_alive $alive"
    echo "# TYPE container_killer_killed gauge"
    echo "container_killer_killed $killed"
  } > "$METRICS.tmp" && mv "$METRICS.tmp" "$METRICS"
fi
echo "suspicious: $suspicious, with live processes: $alive, killed: $killed (kill: $KILL)"
