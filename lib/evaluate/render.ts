import { isRight, type Evaluation, type Figures, type Outcome } from './evaluate';

/** The figures as text, and every paste that is not right. */
export function renderFigures(evaluation: Evaluation): string {
  const { known, hard, unknown, calibrationError, confusion, outcomes } = evaluation;
  const wrong = outcomes.filter((outcome) => !isRight(outcome));
  return [
    `${figures('with evidence', known)}`,
    `${figures('hard', hard)}`,
    `not in the book  ${unknown.pastes} pastes   false match ${percent(unknown.falseMatches)}   unsure ${percent(unknown.unsure)}`,
    `calibration error ${calibrationError.toFixed(3)}`,
    ...(confusion.length > 0
      ? ['', 'confused', ...confusion.map((row) => `  ${row.count} × ${row.incident} → ${row.answered}`)]
      : []),
    ...(wrong.length > 0 ? ['', 'not right'] : []),
    ...wrong.map(
      ({ name, hard: isHard, verdict, found, evidence, unanswered }) =>
        `  ${name}${isHard ? ' (hard)' : ''}: ${verdict} ${found.slice(0, 3).join(', ') || 'nothing'}${evidence.length > 0 ? ` by ${evidence.join('+')}` : ''}${unanswered ? `\n      ${unanswered}` : ''}`,
    ),
    ...(wrong.length > 0 ? ['', 'not first everywhere', ...shortOf(outcomes)] : []),
  ].join('\n');
}

/** Incidents that are not first for each of their pastes, hard ones included. */
function shortOf(outcomes: readonly Outcome[]): string[] {
  const ids = [...new Set(outcomes.flatMap(({ incident }) => (incident === null ? [] : [incident])))].sort();
  return ids.flatMap((id) => {
    const own = outcomes.filter(({ incident }) => incident === id);
    const right = own.filter(isRight).length;
    return right === own.length ? [] : [`  ${id}: ${right} of ${own.length}`];
  });
}

function figures(name: string, { pastes, top1, top3, answered, wrongMatches }: Figures): string {
  return `${name.padEnd(15)}  ${pastes} pastes   first ${percent(top1)}   in three ${percent(top3)}   match said ${percent(answered)}   wrong match ${percent(wrongMatches)}`;
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}
