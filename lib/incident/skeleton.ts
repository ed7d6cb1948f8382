/** The MDX of a new incident: everything that must be there, and nothing that could pass for content. */

import { HEADINGS } from './headings';

export interface SkeletonInput {
  /** Day of writing, ISO. */
  date: string;
  title?: string;
  /** Lines that the paste shows and the book does not explain. */
  lines?: string[];
}

export function skeleton({ date, title = '', lines = [] }: SkeletonInput): string {
  const examples = lines.length > 0 ? lines : [''];
  const signatures = examples.map(
    (line, index) => `  - id: first-sign${index > 0 ? `-${index + 1}` : ''}
    example: ${quoted(line)}
    line: ''
    weight: supporting
    why: ''`,
  );
  const sections = HEADINGS.map((heading) => `## ${heading}\n`);
  return `---
title: ${quoted(title)}
summary: ''
status: draft
area: runtime              # kernel | runtime | kubelet | network | storage | control-plane | workload
severity: workload         # workload | node | cluster
frequency: rare            # very-common | common | occasional | rare | exotic
signatures:
${signatures.join('\n')}
checks: {}
fixes: []
sources: []
changes:
  - {revision: 1, date: ${date}, what: First written.}
---

${sections.join('\n')}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
