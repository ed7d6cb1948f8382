'use client';

import { memo } from 'react';
import { NO_FINDS, type Finds } from '@/lib/view/find';
import type { Fold } from '@/lib/view/folds';
import type { LineRange } from '@/lib/view/line-hash';
import type { PaneModel } from '@/lib/view/model';
import type { Row, Rows } from '@/lib/view/rows';
import { FoldRow } from './fold-row';
import { PasteLine } from './line';
import styles from './lines.module.css';

/**
 * Rows are measured in blocks: positions of 200,000 single rows would be summed
 * up again at every scroll, those of 12,500 blocks cost little.
 */
export const BLOCK = 16;

interface Props {
  block: number;
  rows: Rows;
  model: PaneModel;
  selected: LineRange | null;
  glanced: LineRange | null;
  /** One a source. */
  finds: readonly Finds[];
  onFold: (fold: Fold) => void;
}

/** Sixteen rows. Drawn anew only when something in them changes: scrolling draws what comes into sight. */
export const Block = memo(function Block({ block, rows, onFold, ...rest }: Props) {
  const from = block * BLOCK;
  const indexes = Array.from({ length: Math.min(BLOCK, rows.count - from) }, (_, at) => from + at);
  return indexes.map((index) => (
    <div key={index} data-row={index}>
      <RowView row={rows.row(index)} onFold={onFold} {...rest} />
    </div>
  ));
});

function RowView({
  row,
  model,
  selected,
  glanced,
  finds,
  onFold,
}: Omit<Props, 'block' | 'rows'> & { row: Row }) {
  if (row.type === 'title') return <h3 className={styles.title}>{model.texts[row.source]?.name}</h3>;
  if (row.type === 'fold') return <FoldRow fold={row} onToggle={() => onFold(row)} />;
  return (
    <PasteLine
      model={model}
      source={row.source}
      line={row.line}
      look={holds(selected, row) ? 'selected' : holds(glanced, row) ? 'glanced' : undefined}
      finds={finds[row.source] ?? NO_FINDS}
    />
  );
}

/** Whether a line lies in a range. */
export function holds(range: LineRange | null, { source, line }: { source: number; line: number }): boolean {
  return range !== null && range.source === source && line >= range.line && line <= (range.to ?? range.line);
}
