import { describe, expect, it } from 'vitest';
import { loadBook } from './load.server';
import { GOOD, goodRoot, lineOf, problemsAfter } from './test-root';

const BAD_TITLE = ['title: A pump stops under load', 'title: "unclosed'] as const;

it('a good root has no problem', () => {
  expect(problemsAfter(() => {})).toEqual([]);
});

describe('refused with file, line and cure', () => {
  it('an unknown key', () => {
    const [problem] = problemsAfter((root) =>
      root.edit(GOOD, 'severity: node', 'severity: node\nmood: gloomy'),
    );
    expect(problem).toMatchObject({ file: GOOD, what: expect.stringContaining('mood') });
    expect(problem!.cure).toContain('lib/incident/schema.ts');
  });

  it('an unknown key of a signature, on its own line', () => {
    const [problem] = problemsAfter((root) =>
      root.edit(GOOD, 'why: The pump says so itself.', 'why: The pump says so itself.\n    colour: red'),
    );
    expect(problem).toMatchObject({ file: GOOD, what: expect.stringContaining('colour') });
    expect(problem!.line).toBeGreaterThanOrEqual(lineOf('- id: pump-stopped'));
    expect(problem!.line).toBeLessThanOrEqual(lineOf('why: The pump says so itself.') + 1);
  });

  it('an unknown key of a check, of its outcome and of a known line', () => {
    const check = (from: string, to: string) =>
      problemsAfter((root) => root.edit('checks/gauge.yaml', from, to))[0];
    const unknown = (what: string) => ({
      what: expect.stringContaining(what),
      cure: expect.stringContaining('schema.ts'),
    });
    expect(check('root: false', 'rot: false')).toMatchObject({
      file: 'checks/gauge.yaml',
      ...unknown('root'),
    });
    expect(check('root: false', 'root: false\nsudo: true')).toMatchObject(unknown('sudo'));
    expect(check('label: Less than 3', 'label: Less than 3, colour: red')).toMatchObject({
      line: 8,
      ...unknown('colour'),
    });
    const line =
      '- {id: hello, sample: it says hello, pattern: says hello, says: A greeting., kind: harmless, mood: 1}\n';
    const [problem] = problemsAfter((root) => root.write('lines/talk.yaml', line));
    expect(problem).toMatchObject({ file: 'lines/talk.yaml', line: 1, ...unknown('mood') });
  });

  it('an unknown value, on its own line', () => {
    const [problem] = problemsAfter((root) => root.edit(GOOD, 'severity: node', 'severity: galaxy'));
    expect(problem).toMatchObject({ file: GOOD, line: lineOf('severity: node') });
    expect(problem!.what).toContain('severity');
  });

  it('bad YAML', () => {
    const [problem, ...more] = problemsAfter((root) => root.edit(GOOD, ...BAD_TITLE));
    expect(problem).toMatchObject({ file: GOOD, what: expect.stringContaining('not valid YAML') });
    expect(problem!.line).toBeGreaterThanOrEqual(2);
    expect(problem!.cure).toContain('single quotes');
    expect(more.filter(({ file }) => file === GOOD)).toEqual([]);
  });

  it('a key that stands twice', () => {
    const [problem] = problemsAfter((root) =>
      root.edit(GOOD, 'severity: node', 'severity: node\nseverity: node'),
    );
    expect(problem).toMatchObject({ file: GOOD, line: lineOf('severity: node') + 1 });
    expect(problem!.what).toContain('not valid YAML');
  });

  it.each(['---js', '---javascript', '---coffee', '--- js'])('front matter that is code: %s', (fence) => {
    const [problem] = problemsAfter((root) => root.edit(GOOD, '---\ntitle', `${fence}\ntitle`));
    expect(problem).toMatchObject({ file: GOOD, line: 1, cure: expect.stringContaining('plain YAML') });
    expect(problem!.what).toContain('could be code');
  });

  it('no front matter, and front matter without an end', () => {
    const what = (text: string) => problemsAfter((root) => root.write(GOOD, text))[0];
    expect(what('# A pump\n')).toMatchObject({ line: 1, what: 'no front matter' });
    expect(what('---\ntitle: A pump\n')).toMatchObject({ line: 1, what: 'front matter never ends' });
  });

  it('a folder without index.mdx', () => {
    const [problem] = problemsAfter((root) => root.write('incidents/empty-one/hit-a.txt', 'x'));
    expect(problem).toMatchObject({
      file: 'incidents/empty-one/index.mdx',
      line: 1,
      cure: 'npm run new empty-one',
    });
  });

  it('a folder name that is no id', () => {
    const [problem] = problemsAfter((root) => root.write('incidents/Bad_Name/hit-a.txt', 'x'));
    expect(problem).toMatchObject({ file: 'incidents/Bad_Name', what: 'the folder name is the id' });
    expect(problem!.cure).toContain('lower-case words joined by hyphens');
  });

  it('a check with one outcome', () => {
    const [problem] = problemsAfter((root) =>
      root.edit('checks/gauge.yaml', "  - {id: high, label: 3 or more, looks: '7'}\n", ''),
    );
    expect(problem).toMatchObject({ file: 'checks/gauge.yaml', line: 8 });
  });

  it('a known line without a sample', () => {
    const line = '- {id: hello, pattern: says hello, says: A greeting., kind: harmless}\n';
    const [problem] = problemsAfter((root) => root.write('lines/talk.yaml', line));
    expect(problem).toMatchObject({
      file: 'lines/talk.yaml',
      line: 1,
      what: expect.stringContaining('sample'),
    });
  });
});

describe('ids are used once over all roots', () => {
  it('of incidents and checks', () => {
    const [one, two] = [goodRoot(), goodRoot()];
    try {
      const { problems } = loadBook([one.folder, two.folder]);
      expect(problems.map(({ what }) => what.split(' also')[0])).toEqual([
        'incident pump-stops',
        'check gauge',
      ]);
      for (const { file, line, cure } of problems) {
        expect(file.startsWith(two.folder)).toBe(true);
        expect(line).toBe(1);
        expect(cure).toContain('rename');
      }
    } finally {
      one.remove();
      two.remove();
    }
  });

  it('of known lines', () => {
    const line =
      '- {id: hello, sample: it says hello, pattern: says hello, says: A greeting., kind: harmless}\n';
    const [problem] = problemsAfter((root) => root.write('lines/talk.yaml', line + line));
    expect(problem).toMatchObject({
      file: 'lines/talk.yaml',
      line: 2,
      cure: expect.stringContaining('rename'),
    });
    expect(problem!.what).toContain('known line hello also stands in');
  });
});

describe('what is loaded', () => {
  it('are samples by their names, and all other files of the folder', () => {
    const root = goodRoot();
    root.write('incidents/pump-stops/mend.sh', 'true\n');
    root.write('incidents/pump-stops/.hidden', 'x');
    const [entry] = loadBook([root.folder]).incidents;
    root.remove();
    expect(entry!.samples.map(({ name, kind }) => [name, kind])).toEqual([
      ['hit-log.txt', 'hit'],
      ['hit-pressure.txt', 'hit'],
      ['hit-short.txt', 'hit'],
      ['miss-off.txt', 'miss'],
      ['miss-started.txt', 'miss'],
    ]);
    expect(Object.keys(entry!.files)).toEqual(['mend.sh']);
  });

  it('is nothing from a folder that is not there', () => {
    expect(loadBook(['/nowhere/at/all'])).toMatchObject({ incidents: [], checks: [], problems: [] });
  });

  it('goes on after a broken incident', () => {
    const root = goodRoot();
    root.write('incidents/broken-one/index.mdx', '---\n[\n---\n');
    const book = loadBook([root.folder]);
    root.remove();
    expect(book.incidents.map(({ id }) => id)).toEqual(['pump-stops']);
    expect(book.problems).toHaveLength(1);
  });
});
