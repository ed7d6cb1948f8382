/** Kubernetes manifests in YAML or JSON, whole, cut off, or squeezed onto one line. */

import { clip } from './columns';
import type { Format, LineContext, PartView } from './format';
import { emitManifestFacts } from './manifest-facts';
import { manifestDocuments } from './manifest-read';

// apiVersion: apps/v1        "apiVersion": "v1",        —— apiVersion: v1 kind: Deployment metadata: name: …
const API_VERSION = /^\W{0,20}apiVersion["']?:\s{0,10}["']?[a-z][\w.-]*(?:\/v\w+|\b)/;
const KIND = /^\s*["']?kind["']?:\s*["']?[A-Z][A-Za-z]{2,60}["']?,?\s*$/;
/** Keys of the Kubernetes API that no other YAML uses. */
const OWN =
  /^\s*(?:- )?["']?(?:terminationGracePeriodSeconds|shareProcessNamespace|revisionHistoryLimit|startingDeadlineSeconds|concurrencyPolicy|failurePolicy|successfulJobsHistoryLimit|failedJobsHistoryLimit|jobTemplate|admissionReviewVersions|clientConfig|namespaceSelector|imagePullPolicy|imagePullSecrets|restartPolicy|dnsPolicy|hostNetwork|hostPID|livenessProbe|readinessProbe|startupProbe|initialDelaySeconds|periodSeconds|failureThreshold|podAntiAffinity|topologySpreadConstraints|matchLabels|matchExpressions|volumeMounts|mountPath|nodeSelector|serviceAccountName|containerPort|targetPort|initContainers|preStop|creationTimestamp|resourceVersion|ownerReferences|blockOwnerDeletion|maxUnavailable|priorityClassName|securityContext)["']?:(?:\s|$)/;
const TOP =
  /^(?:metadata|spec|status|data|stringData|webhooks|rules|subjects|roleRef|items|template|secrets|subsets|parameters|provisioner|automountServiceAccountToken):(?:\s|$)/;
const INSIDE = /^\s+(?:- )?["']?[\w./-]{1,100}["']?:(?:\s|$)|^\s*- \S|^\s*[{}[\]]+,?\s*$|^\s+"/;
const FENCE = /^\s*(?:---|\.\.\.)\s*$/;

/** `{` begins an object of `-o json`. */
const ALONE = /^\s*\{\s*$/;

/** Where the key begins, or the bracket. */
function columnOf(row: string): number {
  return row.search(/["'{A-Za-z]/);
}

function isOpen(context: LineContext): boolean {
  if (context.previous === 'manifest') return true;
  if (context.command !== undefined && /\s-o\s?(?:yaml|json)\b|\.ya?ml\b/.test(clip(context.command)))
    return true;
  return (
    context.header !== undefined &&
    (API_VERSION.test(clip(context.header)) || KIND.test(clip(context.header)))
  );
}

export const manifest: Format = {
  id: 'manifest',
  // An owner, a field reference and an item of a List have an apiVersion too, further in than the object they are of.
  opens(text, { header }) {
    const row = clip(text);
    if (!API_VERSION.test(row) && !ALONE.test(row)) return false;
    return header === undefined || columnOf(row) <= columnOf(clip(header));
  },

  line(text, context) {
    const row = clip(text);
    if (!row.includes(':')) {
      return isOpen(context) && (FENCE.test(row) || INSIDE.test(row)) ? 0.85 : 0;
    }
    if (API_VERSION.test(row)) return 0.93;
    if (KIND.test(row)) return 0.9;
    if (OWN.test(row)) return 0.88;
    const open = isOpen(context);
    if (TOP.test(row)) return open ? 0.9 : 0.6;
    return open && INSIDE.test(row) ? 0.86 : 0;
  },

  // Block scalars and comments.
  continues(text, context) {
    return context.previous === 'manifest' && /^(?:\s{2,}\S|\s*#|\s*\.\.\.)/.test(clip(text));
  },

  facts: emitManifestFacts,
  state: sayManifest,
};

/** `Deployment frontend, Service my-app`. */
function sayManifest(part: PartView): string | undefined {
  const documents = manifestDocuments(part);
  const named = documents
    .flatMap((document) => document.objects ?? [])
    .map(({ kind, name }) => (name ? `${kind} ${name}` : kind));
  const long = documents.some((document) => document.long);
  const cut = documents.filter((document) => !document.objects && !document.long).length;
  const said = named.slice(0, 5).join(', ') + (named.length > 5 ? `, and ${named.length - 5} more` : '');
  const rest = [
    ...(cut > 0 ? ['a part that is cut off'] : []),
    ...(long ? ['more than is read as objects: the rest is read line by line'] : []),
  ];
  if (named.length === 0 && cut > 0 && !long) return 'A manifest that is cut off';
  return [...(said ? [said] : rest.length > 0 ? ['Manifests'] : []), ...rest].join(', and ') || undefined;
}
