'use client';

import { memo, useState } from 'react';
import { findsWithin, NO_FINDS, type Finds } from '@/lib/view/find';
import { lineHash } from '@/lib/view/line-hash';
import { lineSpan } from '@/lib/view/lines';
import { placesWithin } from '@/lib/view/marks';
import { numberOf, type PaneModel } from '@/lib/view/model';
import { piecesOf, type Piece, type Range } from '@/lib/view/pieces';
import { visible } from '@/lib/view/visible';
import { cx } from '../../ui/class-names';
import { KnownLine, ReasonNote } from './notes';
import styles from './lines.module.css';

export interface LineProps {
  model: PaneModel;
  source: number;
  line: number;
  look?: 'selected' | 'glanced' | undefined;
  finds?: Finds | undefined;
}

/** What one click on "more characters" shows of a long line. */
const MORE = 3000;

/** One line as it was pasted: its number, its text with what was found in it, and the reasons under it. */
export const PasteLine = memo(function PasteLine({ model, source, line, look, finds = NO_FINDS }: LineProps) {
  const [opened, setOpened] = useState<readonly Range[]>([]);
  const { texts, starts, marks, known } = model;
  const text = texts[source]?.source ?? '';
  const span = lineSpan(text, starts[source], line);
  const own = placesWithin(marks[source]?.marks ?? [], ...span);
  const rank = marks[source]?.ranks.get(line);
  const harmless = known[source]?.harmless.has(line) && rank === undefined;
  const note = known[source]?.notes.get(line);
  const searched = finds.starts.length > 0 && findsWithin(finds, ...span).length > 0;
  return (
    <div
      className={cx(
        styles.row,
        harmless && styles.harmless,
        look === 'selected' && styles.selected,
        look === 'glanced' && styles.glanced,
      )}
      data-line={line}
      data-source={source}
      data-rank={rank}
      aria-current={look === 'selected' ? 'location' : undefined}
    >
      <a className={styles.number} href={lineHash({ source, line })} tabIndex={-1}>
        {rank !== undefined && (
          <span className={styles.badge} title={`Evidence for finding ${rank + 1}`}>
            {rank + 1}
          </span>
        )}
        {numberOf(texts[source] ?? {}, line)}
      </a>
      <span className={styles.text}>
        {piecesOf(text, span, own, searched ? finds : NO_FINDS, opened).map((piece, index) => (
          <PieceView
            key={index}
            piece={piece}
            onOpen={({ start, end }) => setOpened([...opened, [start, Math.min(end, start + MORE)]])}
          />
        ))}
      </span>
      {(marks[source]?.reasons.get(line) ?? []).map((reason) => (
        <ReasonNote key={reason.key} reason={reason} />
      ))}
      {note && <KnownLine note={note} />}
    </div>
  );
});

type Gap = Extract<Piece, { type: 'gap' }>;

function PieceView({ piece, onOpen }: { piece: Piece; onOpen: (gap: Gap) => void }) {
  if (piece.type === 'gap')
    return (
      <button type="button" className={styles.gap} onClick={() => onOpen(piece)}>
        {(piece.end - piece.start).toLocaleString('en')} more characters
      </button>
    );
  const { rank, found } = piece;
  if (rank === undefined && !found) return visible(piece.text);
  return (
    <mark
      className={cx(rank !== undefined && styles.mark, found && styles.found)}
      data-rank={rank}
      data-found={found}
    >
      {visible(piece.text)}
    </mark>
  );
}
