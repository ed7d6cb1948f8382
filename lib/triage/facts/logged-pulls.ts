/** How long pulls took, from the events that a kubelet logs: `Event(v1.ObjectReference{…}): … reason: 'Pulling' …`. */

import type { Emit, PartView } from '../formats/format';
import type { ParsedLine } from '../parsed';

// Event(v1.ObjectReference{Kind:"Pod", Namespace:"ns", Name:"web-1", …, FieldPath:"spec.containers{web}"}): type: 'Normal' reason: 'Pulling' …
const LOGGED =
  /Kind:"Pod", Namespace:"([^"]{0,63})", Name:"([^"]{1,253})".{1,400}reason: '(Pulling|Pulled|Failed)'/;
// "Event occurred" object="ns/web-1" fieldPath="spec.containers{web}" kind="Pod" … reason="Pulling"
const STRUCTURED = /object="([^"/]{0,63})\/([^"]{1,253})".{1,300}reason="(Pulling|Pulled|Failed)"/;
const CONTAINER = /containers\{([^}]{1,63})\}/;

/** Emits `pull.seconds` for each pull that a log shows from its beginning to its end. */
export function emitLoggedPulls(parts: readonly PartView[], emit: Emit): void {
  const begun = new Map<string, number>();
  for (const { lines } of parts) {
    for (const line of lines) {
      const event = loggedEvent(line);
      if (!event || !line.time) continue;
      const { pod, reason, key } = event;
      const start = begun.get(key);
      if (reason === 'Pulling') begun.set(key, line.time.ms);
      else if (start !== undefined) {
        begun.delete(key);
        const seconds = Math.round((line.time.ms - start) / 1000);
        if (seconds < 0) continue;
        emit('pull.seconds', seconds, line.line, pod);
        if (!line.line.text.includes('including waiting'))
          emit('pull.undivided_seconds', seconds, line.line, pod);
      }
    }
  }
}

function loggedEvent({
  line,
}: Pick<ParsedLine, 'line'>): { pod: string; reason: string; key: string } | null {
  if (!line.text.includes('Pull')) return null;
  const found = LOGGED.exec(line.text) ?? STRUCTURED.exec(line.text);
  if (!found) return null;
  const [, namespace, pod, reason] = found;
  return { pod: pod!, reason: reason!, key: `${namespace}/${pod}/${CONTAINER.exec(line.text)?.[1] ?? ''}` };
}
