/** Whether what stands in the search box was meant for the paste box. */

/** One is enough. */
const SIGNS: readonly RegExp[] = [
  /\n[^]*\n/,
  // E0320 04:59:09.572336 15702 remote_runtime.go:92]
  /(?:^|\s)[IWEF]\d{4} \d\d:\d\d:\d\d\.\d/,
  // Mar 26 18:36:59 node kernel:
  /\b[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d \S+ \S+:/,
  // time="2021-06-10T16:11:06" level=info
  /\btime="[^"]+" level=/,
  // [<ffffffffa0072807>] do_wait+0x1d7/0x250
  /\[<[0-9a-f]+>\]|\+0x[0-9a-f]+\/0x[0-9a-f]+/,
  // [5193605.506728] Task in …
  /(?:^|\n)\[ *\d+\.\d{6}\]/,
  /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/,
];

export function looksLikeLog(text: string): boolean {
  const start = text.slice(0, 4000).trim();
  return start.length > 400 || SIGNS.some((sign) => sign.test(start));
}
