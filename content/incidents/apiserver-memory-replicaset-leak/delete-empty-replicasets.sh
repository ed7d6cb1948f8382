#!/usr/bin/env bash
# Deletes old, empty ReplicaSets of Deployments. Without --delete it only prints what it would delete.
#
#   delete-empty-replicasets.sh [--keep N] [--namespace NS] [--delete]
#
# A ReplicaSet is deleted only if all of this is true:
#   - spec.replicas is 0 and status.replicas is 0 or absent
#   - a Deployment owns it, that Deployment exists, is not paused and has no rollout under way
#   - its revision is older than the Deployment's current revision
#   - it is not among the N newest empty ones of that Deployment (2 unless told)
#   - it has not changed since it was read (uid and resourceVersion are sent along)
# Whatever cannot be read or is not understood is left alone.
set -euo pipefail

keep=2
mode=print
scope=(--all-namespaces)
while [ $# -gt 0 ]; do
  case $1 in
    --keep) keep=${2:?--keep needs a number}; shift 2 ;;
    --namespace) scope=(--namespace "${2:?--namespace needs a name}"); shift 2 ;;
    --delete) mode=delete; shift ;;
    *) echo "unknown argument: $1" >&2; exit 2 ;;
  esac
done
[[ $keep =~ ^[0-9]+$ ]] || { echo "--keep needs a number, not $keep" >&2; exit 2; }
command -v kubectl >/dev/null && command -v jq >/dev/null || { echo "needs kubectl and jq" >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# ReplicaSets first: a Deployment read later can only be newer than its ReplicaSets.
kubectl get replicasets.apps "${scope[@]}" --chunk-size=500 -o json > "$work/replicasets"
kubectl get deployments.apps "${scope[@]}" --chunk-size=500 -o json > "$work/deployments"

# One line each: namespace, name, uid, resourceVersion.
jq -r -n --argjson keep "$keep" --slurpfile rs "$work/replicasets" --slurpfile deploy "$work/deployments" '
  def revision: .metadata.annotations["deployment.kubernetes.io/revision"] // "" | tonumber? // null;
  if ($rs[0].items | type) != "array" or ($deploy[0].items | type) != "array" then error("not a list") else . end
  | ($deploy[0].items
     | map(select(.spec.paused != true
                  and .metadata.deletionTimestamp == null
                  and .metadata.generation != null
                  and .status.observedGeneration == .metadata.generation
                  and (.status.replicas // 0) == .spec.replicas
                  and (.status.updatedReplicas // 0) == .spec.replicas)
           | {key: .metadata.uid, value: revision})
     | map(select(.value != null)) | from_entries) as $current
  | $rs[0].items
  | map(select(.spec.replicas == 0 and (.status.replicas // 0) == 0 and .metadata.deletionTimestamp == null)
        | . as $set
        | [.metadata.ownerReferences[]? | select(.controller == true and .kind == "Deployment") | .uid] as $owners
        | select($owners | length == 1)
        | {owner: $owners[0], revision: ($set | revision), meta: $set.metadata})
  | map(select(.revision != null and $current[.owner] != null and .revision < $current[.owner]))
  | group_by(.owner)[]
  | sort_by(-.revision)[$keep:][]
  | [.meta.namespace, .meta.name, .meta.uid, .meta.resourceVersion] | @tsv
' > "$work/doomed"

total=$(jq '.items | length' "$work/replicasets")
doomed=$(wc -l < "$work/doomed")
echo "$doomed of $total ReplicaSets are old and empty (the $keep newest of each Deployment are kept)." >&2

if [ "$mode" = print ]; then
  cut -f1,2 "$work/doomed"
  echo "Nothing was deleted. Run again with --delete." >&2
  exit 0
fi

delete_one() {
  printf '{"kind":"DeleteOptions","apiVersion":"v1","propagationPolicy":"Background","preconditions":{"uid":"%s","resourceVersion":"%s"}}' "$3" "$4" |
    kubectl delete --raw "/apis/apps/v1/namespaces/$1/replicasets/$2" -f - >/dev/null && echo "deleted $1/$2"
}
export -f delete_one
# Four at a time: the API server that this is meant to help must not be flooded.
xargs -r -P4 -n4 bash -c 'delete_one "$@"' _ < "$work/doomed" || { echo "some were left alone, see above" >&2; exit 1; }
