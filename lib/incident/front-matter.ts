import type { Problem } from './problem';

export interface SplitFile {
  yaml: string;
  body: string;
  /** 1-based line of the file on which the body begins. */
  bodyLine: number;
}

/**
 * Splits an MDX file into front matter and body. Only plain `---` YAML is front matter:
 * gray-matter would run `---js` as code, so any language after the dashes is refused.
 */
export function splitFrontMatter(file: string, text: string): SplitFile | Problem {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const first = lines[0] ?? '';
  if (!first.startsWith('---')) {
    return {
      file,
      line: 1,
      what: 'no front matter',
      cure: 'begin the file with a line of three dashes and YAML',
    };
  }
  if (first.trim() !== '---') {
    return {
      file,
      line: 1,
      what: `front matter in a language (“${first.trim()}”); it could be code`,
      cure: 'write plain YAML between lines of three dashes',
    };
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '---');
  if (end < 0) {
    return { file, line: 1, what: 'front matter never ends', cure: 'close it with a line of three dashes' };
  }
  return { yaml: lines.slice(1, end).join('\n'), body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 };
}
