/** A fault in the content: what was found, where, and what to do about it. */
export interface Problem {
  file: string;
  line: number;
  what: string;
  cure: string;
}

export function formatProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}  ${problem.what}\n    → ${problem.cure}`;
}
