/** `go tool pprof -top`, and `top` and `peek` typed at its prompt. */

import { clip, tableLines } from './columns';
import type { Emit, Format, PartView } from './format';
import type { Line } from '../read/line';

//       flat  flat%   sum%        cum   cum%
const HEADER = /^\s*flat\s+flat%\s+sum%\s+cum\s+cum%/;
const HEAD =
  /^\s*(?:\(pprof\)|Showing (?:nodes accounting for|top \d+ nodes out of)\s|Dropped \d+ nodes? \(cum|Duration: [\d.]+\w+, Total samples = |Entering interactive mode \(type "help")/;
// File: kubelet
const META = /^\s*(?:File|Type|Build ID|Time): \S/;
const VALUE = String.raw`-?\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m(?:in|ins)?|hrs?|h|B|kB|MB|GB|TB)?`;
//      0.01s 0.082% 0.082%      4.66s 38.20%  k8s.io/kubernetes/vendor/github.com/google/cadvisor/…
const ROW = new RegExp(
  String.raw`^\s*(${VALUE})\s+(\d+(?:\.\d+)?)%\s+(\d+(?:\.\d+)?)%\s+(${VALUE})\s+(\d+(?:\.\d+)?)%\s+(\S.*)$`,
);
//                                             25.97s   100% |   k8s.io/kubernetes/pkg/proxy/util.(*RealNetwork).Addrs
const PEEK = new RegExp(
  String.raw`^\s*(?:${VALUE}\s+\d+(?:\.\d+)?%\s+\|\s+\S|(?:${VALUE}\s+\d+(?:\.\d+)?%\s+\d+(?:\.\d+)?%\s+${VALUE}\s+\d+(?:\.\d+)?%\s+)\|\s+\S|-{20,}\+-{5,})`,
);

interface Row {
  flat: number;
  cum: number;
  name: string;
  line: Line;
}

function rowsOf(part: PartView): Row[] {
  const rows: Row[] = [];
  for (const { line, text } of tableLines(part)) {
    const row = ROW.exec(text);
    if (row)
      rows.push({
        flat: Number(row[2]),
        cum: Number(row[5]),
        name: (row[6] ?? '').replace(/^\|\s+/, '').replace(/ \(inline\)$/, ''),
        line,
      });
  }
  return rows;
}

/** The function in which most was spent itself; in a listing without any, the one under which most was. */
function hottest(part: PartView): Row | undefined {
  return rowsOf(part).reduce<Row | undefined>((best, row) => {
    if (!best || row.flat > best.flat) return row;
    return row.flat === best.flat && row.cum > best.cum ? row : best;
  }, undefined);
}

function emitFacts(part: PartView, emit: Emit): void {
  const row = hottest(part);
  if (row) emit('profile.hottest', row.name, row.line);
}

export const pprofTop: Format = {
  id: 'pprof-top',
  starts: '(-BDEFSTf0123456789',
  opens: (text) => /^\s*\(pprof\)/.test(text),

  line(text, context) {
    const row = clip(text);
    if (HEADER.test(row)) return 0.98;
    if (HEAD.test(row)) return 0.95;
    if (ROW.test(row)) return 0.93;
    const inside = context.previous === 'pprof-top';
    if (PEEK.test(row)) return inside ? 0.93 : 0.7;
    return META.test(row) && inside ? 0.9 : 0;
  },

  facts: emitFacts,

  state(part) {
    const row = hottest(part);
    if (!row) return undefined;
    return `Hottest function ${row.name} (${row.flat} % itself, ${row.cum} % with what it calls)`;
  },
};
