/** Breaks text into lines of at most `width` characters, between words where it can. SVG does not wrap. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const joined = line ? `${line} ${word}` : word;
    if (joined.length <= width) {
      line = joined;
      continue;
    }
    if (line) lines.push(line);
    line = word;
    // A path or a flag longer than the box is cut after a joint, or where the box ends.
    while (line.length > width) {
      const joint = Math.max(...['/', '.', '-', '_', ','].map((mark) => line.lastIndexOf(mark, width - 1)));
      const cut = joint > width / 3 ? joint + 1 : width;
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
  }
  if (line) lines.push(line);
  return lines;
}
