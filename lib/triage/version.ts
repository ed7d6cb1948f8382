export function compareVersions(a: string, b: string): number {
  const parts = (v: string) => (v.replace(/^v/, '').match(/\d+/g) ?? []).map(Number);
  const x = parts(a),
    y = parts(b);
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const d = (x[i] ?? 0) - (y[i] ?? 0);
    if (d) return d;
  }
  return 0;
}
export function inRange(version: string, range: string): boolean {
  return range.split(' ').every((c) => {
    const m = /^(>=|<=|>|<|=)(.*)$/.exec(c)!;
    const d = compareVersions(version, m[2]!);
    return m[1] === '>='
      ? d >= 0
      : m[1] === '<='
        ? d <= 0
        : m[1] === '>'
          ? d > 0
          : m[1] === '<'
            ? d < 0
            : d === 0;
  });
}
