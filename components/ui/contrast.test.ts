import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** WCAG 2.2, 1.4.3 and 1.4.11: text, and edges that carry meaning. */
const TEXT = 4.5;
const EDGE = 3;
const THEMES = ['light', 'dark'] as const;
/** Text without a background of its own may stand on any of these. */
const SURFACES = ['page', 'surface', 'raised'];
const MARKS = ['mark-1', 'mark-2', 'mark-3', 'mark-4', 'mark-5', 'mark-6'];

type Pair = [text: string, on: string];

const tokens = readFileSync('app/tokens.css', 'utf8');
const sheets = ['app', 'components'].flatMap(sheetsIn).map((path) => ({
  path,
  css: readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
}));

function sheetsIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.css')).map((name) => `${folder}/${name}`);
}

/** A token in one theme as `#rrggbb`; a token that names another is followed. */
function colour(name: string, theme: (typeof THEMES)[number]): string {
  const value = new RegExp(`--${name}: ([^;]+);`).exec(tokens)?.[1] ?? '';
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (other) return colour(other, theme);
  const both = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(value);
  if (!both) throw new Error(`--${name} is no colour of two themes: “${value}”`);
  return both[theme === 'light' ? 1 : 2]!;
}

/** Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Every pair that the stylesheets make: a rule's own background, or else every surface. */
function usedPairs(): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { css } of sheets) {
    for (const [, rule] of css.matchAll(/\{([^{}]*)\}/g)) {
      const text = /(?:^|[\s;])(?:color|fill): var\(--([\w-]+)\)/.exec(rule!)?.[1];
      const own = /background(?:-color)?: var\(--([\w-]+)\)/.exec(rule!)?.[1];
      if (text)
        for (const on of own === 'rank' ? MARKS : own ? [own] : SURFACES)
          pairs.set(`${text} ${on}`, [text, on]);
    }
  }
  return [...pairs.values()].filter(([text]) => !SURFACES.includes(text) && !isEdge(text));
}

/** Lines of drawings are filled and stroked with these; no text is. */
function isEdge(name: string): boolean {
  return /^line|-edge$|^mark/.test(name);
}

/** Pairs that are worse than `least`, in words. */
function faults(pairs: Pair[], least: number): string[] {
  return pairs.flatMap(([text, on]) =>
    THEMES.flatMap((theme) => {
      const found = contrast(colour(text, theme), colour(on, theme));
      return found < least ? [`${text} on ${on}, ${theme}: ${found.toFixed(2)}`] : [];
    }),
  );
}

describe('contrast', () => {
  it('is computed as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('is enough for every text on every background that a stylesheet gives it', () => {
    const pairs = usedPairs();
    expect(pairs.length).toBeGreaterThan(15);
    expect(faults(pairs, TEXT)).toEqual([]);
  });

  it('is ample for plain text, on evidence too', () => {
    const on = [...SURFACES, ...MARKS, 'danger-fill'];
    expect(
      faults(
        on.map((each) => ['text', each]),
        7,
      ),
    ).toEqual([]);
  });

  it('is enough for muted text on evidence', () => {
    expect(
      faults(
        MARKS.map((each) => ['muted', each]),
        TEXT,
      ),
    ).toEqual([]);
  });

  it('is enough for what only an edge shows', () => {
    const edges = ['line-strong', 'accent', 'danger', ...MARKS.map((each) => `${each}-edge`)];
    expect(
      faults(
        edges.flatMap((edge) => SURFACES.map((on): Pair => [edge, on])),
        EDGE,
      ),
    ).toEqual([]);
    expect(
      faults(
        MARKS.map((each) => [`${each}-edge`, each]),
        EDGE,
      ),
    ).toEqual([]);
  });

  it('can be computed: no colour stands outside the tokens', () => {
    const raw = sheets
      .filter(({ path }) => !/app\/(?:tokens|print)\.css$/.test(path))
      .flatMap(({ path, css }) =>
        [...css.matchAll(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(|color-mix\(/gi)].map(
          ([found]) => `${path}: ${found}`,
        ),
      );
    expect(raw).toEqual([]);
  });
});
