'use client';

import { cx } from '../ui/class-names';
import { useTriage } from './context';
import { marksWithin, type PartMarks, type Reason } from './marks';
import { piecesOf, type Piece } from './pieces';
import type { Row } from './segments';
import type { Result } from './store';
import { visible } from './visible';
import styles from './paste-pane.module.css';

interface Props {
  row: Row;
  result: Result;
  marks: PartMarks[];
  onOpen: (source: number, from: number) => void;
}

/** A line, the title of a part, or a fold. */
export function PasteRow({ row, result, marks, onOpen }: Props) {
  if (row.type === 'title') return <h3 className={styles.title}>{result.of.parts[row.source]?.name}</h3>;
  if (row.type === 'fold') {
    return (
      <button type="button" className={styles.fold} onClick={() => onOpen(row.source, row.from)}>
        {(row.to - row.from + 1).toLocaleString('en')} lines without evidence
      </button>
    );
  }
  return <Line source={row.source} line={row.line} result={result} marks={marks} />;
}

function Line({
  source,
  line,
  result,
  marks,
}: {
  source: number;
  line: number;
  result: Result;
  marks: PartMarks[];
}) {
  const spotted = useTriage((state) => state.spot?.source === source && state.spot.line === line);
  const text = result.of.parts[source]?.source ?? '';
  const starts = result.starts[source];
  const from = starts?.[line - 1] ?? 0;
  const to = endOf(text, starts?.[line] ?? text.length, from);
  const own = marksWithin(marks[source]?.marks ?? [], from, to);
  const reasons = marks[source]?.reasons.get(line) ?? [];
  return (
    <div
      className={cx(styles.row, own.length > 0 && styles.hit, spotted && styles.spotted)}
      data-line={line}
      data-rank={own[0]?.rank}
    >
      <span className={styles.number}>{line}</span>
      <span className={styles.text}>
        {piecesOf(text, from, to, own).map((piece, index) => (
          <PieceView key={index} piece={piece} />
        ))}
      </span>
      {reasons.map((reason) => (
        <ReasonNote key={reason.key} reason={reason} />
      ))}
    </div>
  );
}

function PieceView({ piece }: { piece: Piece }) {
  if (piece.type === 'gap')
    return <span className={styles.gap}>{piece.characters.toLocaleString('en')} more characters</span>;
  if (piece.type === 'text') return visible(piece.text);
  return (
    <mark className={styles.mark} data-rank={piece.rank}>
      {visible(piece.text)}
    </mark>
  );
}

function ReasonNote({ reason }: { reason: Reason }) {
  const { evidence } = reason;
  const times = evidence.count > 1 ? ` ${evidence.atLeast ? 'At least ' : ''}${evidence.count} times.` : '';
  return (
    <p className={styles.reason} data-rank={reason.rank}>
      <strong>{reason.against ? 'Against' : evidence.weight}</strong> {evidence.why}
      {times} {reason.rank > 0 && <span className={styles.of}>{reason.title}</span>}
    </p>
  );
}

/** The end of a line without its line break. */
function endOf(text: string, next: number, from: number): number {
  let end = next;
  if (end > from && text.charCodeAt(end - 1) === 10) end--;
  if (end > from && text.charCodeAt(end - 1) === 13) end--;
  return end;
}
