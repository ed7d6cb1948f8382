/** The offset at which each line begins. Lines end with LF alone, as in the engine's own line numbers. */
export function lineStarts(text: string): Uint32Array {
  let starts = new Uint32Array(1024);
  let count = 1;
  for (let lf = text.indexOf('\n'); lf >= 0 && lf < text.length - 1; lf = text.indexOf('\n', lf + 1)) {
    if (count === starts.length) {
      const grown = new Uint32Array(count * 2);
      grown.set(starts);
      starts = grown;
    }
    starts[count++] = lf + 1;
  }
  return starts.slice(0, count);
}
