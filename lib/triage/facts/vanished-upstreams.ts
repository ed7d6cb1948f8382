/**
 * Pods that an access log sees leave: requests went well, then these addresses refused, and never answered again
 * while others did. A pod that crashed comes back under its address; one that a rollout replaced does not.
 */

import { clip } from '../formats/columns';
import type { Emit, PartView } from '../formats/format';
import type { FormatId } from '../formats/ids';
import type { Line } from '../read/line';

const ADDRESS = String.raw`\d{1,3}(?:\.\d{1,3}){3}:\d{1,5}`;
const LIST = (item: string) => String.raw`(?:${item}|-)(?:, (?:${item}|-)){0,9}`;
// [prod-accounts-5000] [] 10.2.88.22:5000, 10.2.33.7:5000 0, 7399 0.001, 0.004 502, 200, from behind the last bracket
const UPSTREAM = new RegExp(
  String.raw`^(${LIST(ADDRESS)}) ${LIST(String.raw`\d+`)} ${LIST(String.raw`[\d.]+`)} (${LIST(String.raw`\d{3}`)})(?: |$)`,
);
// "upstream_addr": "10.2.88.22:5000", … "upstream_status": "502"
const FIELDS = [/"upstream_addr":\s?"([^"]{1,200})"/, /"upstream_status":\s?"?([\d, -]{3,60})/] as const;

/** Formats in which such rows come; a part that nobody recognised may be one. */
const SPEAKING = new Set<FormatId>(['nginx-access', 'json-log', 'logfmt', 'shell', 'plain']);

/** So many good answers before the first refusal and behind the last show that the rest went on. */
const AROUND = 3;

/** Emits how many upstream addresses left. */
export function emitVanishedUpstreams(parts: readonly PartView[], emit: Emit): void {
  const refused = new Map<string, Line>();
  let before = 0;
  let after = 0;
  for (const part of parts) {
    if (!SPEAKING.has(part.format)) continue;
    for (const { line } of part.lines) {
      const [addresses, statuses] = upstreamsOf(clip(line.text));
      addresses?.forEach((address, at) => {
        const status = Number(statuses?.[at]);
        if (!/\d:\d/.test(address) || !status) return;
        if (status < 500) {
          if (refused.size === 0) before++;
          else after++;
          // It came back.
          refused.delete(address);
        } else if (status === 502 && before >= AROUND) {
          after = 0;
          refused.set(address, refused.get(address) ?? line);
        }
      });
    }
  }
  const [first] = refused.values();
  if (first && after >= AROUND) emit('nginx.vanished_upstreams', refused.size, first);
}

/** Most lines of a log do not speak of upstreams at all: two plain words are looked for before any expression. */
function upstreamsOf(text: string): readonly [string[]?, string[]?] {
  const found = text.includes('"upstream_')
    ? FIELDS.map((field) => field.exec(text)?.[1])
    : text.includes(' HTTP/')
      ? UPSTREAM.exec(text.slice(text.lastIndexOf('] ') + 2))?.slice(1)
      : undefined;
  if (!found?.[0] || !found[1]) return NONE;
  return [found[0].split(/,\s?/), found[1].trim().split(/,\s?/)];
}

const NONE = [] as const;
