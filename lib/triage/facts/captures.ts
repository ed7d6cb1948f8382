/**
 * What tcpdump shows of a packet that a node dropped while it translated addresses: one of two queries that left
 * together is answered and the other has to be sent again, or a SYN enters the node more often than it leaves it.
 */

import { clip } from '../formats/columns';
import type { Emit, PartView } from '../formats/format';
import type { Line } from '../read/line';

// 00:38:52.883343 IP 10.84.42.165.55758 > 10.84.57.24.domain: 8261+ A? app1.test-dns.svc.cluster.local. (76)
const PACKET =
  /\b(\d\d):(\d\d):(\d\d\.\d{1,9}) (?:\S{1,20} (?:In|Out) {1,4})?IP6? (\S{1,255}) > (\S{1,255}): (.*)$/;
const QUERY = /^(\d{1,5})\+? (?:\[\w{1,10}\] )?(?:A|AAAA)\? /;
const ANSWER = /^(\d{1,5})(?: [A-Za-z]{2,12})?[*|$-]{0,4} \d{1,3}\/\d{1,3}\/\d{1,3}\b/;
const SYN = /^Flags \[S\], seq (\d{1,10})\b/;
/** Queries of one lookup leave so close together. */
const TOGETHER = 0.05;
/** Sent again no sooner; the same packet on another interface follows at once. */
const AGAIN = 0.9;

interface Sent {
  times: number[];
  line: Line;
}
type BySender = Map<string, Map<string, Sent>>;

/** Emits lookups of which one half was lost, and SYNs that did not leave the node. */
export function emitCaptures(parts: readonly PartView[], emit: Emit): void {
  const queries: BySender = new Map();
  const syns: BySender = new Map();
  const answered = new Set<string>();
  for (const { line } of parts.flatMap(({ lines }) => lines)) {
    const found = PACKET.exec(clip(line.text));
    if (!found) continue;
    const at = (Number(found[1]) * 60 + Number(found[2])) * 60 + Number(found[3]);
    const [, , , , from = '', to = '', said = ''] = found;
    const [query, answer, syn] = [QUERY, ANSWER, SYN].map((pattern) => pattern.exec(said)?.[1]);
    if (query !== undefined) add(queries, `${from} > ${to}`, query, at, line);
    else if (answer !== undefined) answered.add(`${to} > ${from} ${answer}`);
    else if (syn !== undefined) add(syns, `${syn} > ${to}`, from, at, line);
  }
  for (const [pair, own] of queries) {
    const sent = [...own];
    const lost = sent.find(
      ([id, { times }]) =>
        times.length > 1 &&
        // A server that answers no AAAA at all is another matter.
        answered.has(`${pair} ${id}`) &&
        sent.some(
          ([other, { times: also }]) =>
            other !== id &&
            also.length === 1 &&
            Math.abs(also[0]! - times[0]!) < TOGETHER &&
            answered.has(`${pair} ${other}`),
        ),
    );
    if (lost) emit('capture.lost_halves', 1, lost[1].line);
  }
  for (const own of syns.values()) {
    const [most, ...others] = [...own.values()].sort((a, b) => b.times.length - a.times.length);
    if (most && others.some(({ times }) => times.length < most.times.length))
      emit('capture.syn_not_sent', most.times.length - others.at(-1)!.times.length, most.line);
  }
}

function add(to: BySender, sender: string, what: string, at: number, line: Line): void {
  const own = to.get(sender) ?? new Map<string, Sent>();
  const sent = own.get(what) ?? { times: [], line };
  if (at - (sent.times.at(-1) ?? -AGAIN) >= AGAIN) sent.times.push(at);
  to.set(sender, own.set(what, sent));
}
