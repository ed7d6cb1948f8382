/** YAML with places: a fault is reported with the line on which it stands. */

import { LineCounter, parseDocument, type Document, isNode } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem';

export interface Parsed<T> {
  value: T | null;
  problems: Problem[];
  /** 1-based line in the file of a path such as ['fixes', 0, 'id']. */
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Parses and validates YAML. `firstLine` is the file's line on which the text begins.
 * Never throws: faults come back as problems, with `value` null.
 */
export function parseYaml<T extends z.ZodType>(
  file: string,
  text: string,
  schema: T,
  firstLine = 1,
): Parsed<z.infer<T>> {
  const counter = new LineCounter();
  const doc = parseDocument(text, { lineCounter: counter, uniqueKeys: true, prettyErrors: false });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const lineOf = (path: readonly PropertyKey[]) => lineAt(offsetOf(doc, path));

  if (doc.errors.length > 0) {
    // One slip of indentation breaks every line after it: the first fault is the one to mend.
    const problems = doc.errors.slice(0, 1).map((error) => ({
      file,
      line: lineAt(error.pos[0]),
      what: `not valid YAML: ${error.message}`,
      cure: 'mend the YAML; patterns go in single quotes, a quote inside them is doubled',
    }));
    return { value: null, problems, lineOf };
  }
  const result = schema.safeParse(doc.toJS({ maxAliasCount: 50 }));
  if (result.success) return { value: result.data as z.infer<T>, problems: [], lineOf };
  const problems = flatten(result.error.issues, []).map(({ path, message }) => ({
    file,
    line: lineOf(path),
    what: `${path.length > 0 ? path.join('.') : 'top level'}: ${message}`,
    cure: 'see lib/incident/schema.ts and docs/writing-incidents.md for the keys and values allowed here',
  }));
  return { value: null, problems, lineOf };
}

/** The faults of the union branch that came nearest, instead of "invalid input". */
function flatten(
  issues: z.core.$ZodIssue[],
  prefix: PropertyKey[],
): { path: PropertyKey[]; message: string }[] {
  return issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path];
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const nearest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
      return flatten(nearest, path);
    }
    return [{ path, message: issue.message }];
  });
}

function offsetOf(doc: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = doc.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return doc.contents?.range?.[0] ?? 0;
}
