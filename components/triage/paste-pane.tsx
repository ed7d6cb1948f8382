'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { WrapText } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { cx } from '../ui/class-names';
import { useTriage } from './context';
import { marksOf } from './marks';
import { PasteRow } from './paste-row';
import { rowsOf, segmentsOf, type Segment } from './segments';
import type { Result } from './store';
import styles from './paste-pane.module.css';

/**
 * Rows are measured in blocks: positions of 200,000 single rows would be summed
 * up again at every scroll, those of 12,500 blocks cost little.
 */
const BLOCK = 16;

/** What was pasted, with the evidence highlighted and the reason at each line. Only what is in sight is drawn. */
export function PastePane({ result }: { result: Result }) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [wrap, setWrap] = useState(true);
  const scroller = useRef<HTMLDivElement>(null);
  const spot = useTriage((state) => state.spot);
  const marks = useMemo(() => marksOf(result.diagnosis, result.starts), [result]);
  const rows = useMemo(() => {
    const several = result.of.parts.length > 1;
    const segments = result.of.parts.flatMap((_, source): Segment[] => {
      const own = new Set(
        [...opened].filter((key) => key.startsWith(`${source}:`)).map((key) => Number(key.split(':')[1])),
      );
      const matter = [...(marks[source]?.lines ?? []), ...(spot?.source === source ? [spot.line] : [])];
      const shown = marks[source]?.lines.length ? matter : [];
      const lines = segmentsOf(source, result.starts[source]?.length ?? 1, shown, own);
      return several ? [{ type: 'title', source }, ...lines] : lines;
    });
    return rowsOf(segments);
  }, [result, marks, opened, spot]);

  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useVirtualizer({
    count: Math.ceil(rows.count / BLOCK),
    getScrollElement: () => scroller.current,
    estimateSize: () => BLOCK * 22,
    overscan: 1,
  });

  useEffect(() => {
    if (!spot) return;
    const index = rows.indexOf(spot.source, spot.line);
    if (index < 0) return;
    virtual.scrollToIndex(Math.floor(index / BLOCK), { align: 'start' });
    scroller.current?.scrollIntoView({ block: 'nearest' });
    return afterPaint(() => centre(scroller.current, index));
    // The rows change with the spot; scrolling again on every change of the virtualiser would fight the person.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [spot]);

  return (
    <>
      <div className={styles.bar}>
        <h2 className={styles.heading}>What you pasted</h2>
        <Button look="quiet" aria-pressed={wrap} onClick={() => setWrap(!wrap)}>
          <WrapText size={16} aria-hidden /> Wrap
        </Button>
      </div>
      <div
        ref={scroller}
        className={cx(styles.scroller, !wrap && styles.unwrapped)}
        tabIndex={0}
        role="region"
        aria-label="Your paste, with evidence"
      >
        <div className={styles.canvas} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => (
            <div
              key={item.key}
              data-index={item.index}
              ref={virtual.measureElement}
              className={styles.item}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {rowsIn(item.index, rows.count).map((index) => (
                <div key={index} data-row={index}>
                  <PasteRow
                    row={rows.row(index)}
                    result={result}
                    marks={marks}
                    onOpen={(source, from) => setOpened(new Set(opened).add(`${source}:${from}`))}
                  />
                </div>
              ))}
            </div>
          ))}
        </div>
      </div>
    </>
  );
}

function rowsIn(block: number, count: number): number[] {
  const from = block * BLOCK;
  return Array.from({ length: Math.min(BLOCK, count - from) }, (_, at) => from + at);
}

/** Two frames: one to draw the block, one to measure it. Returns the way to call it off. */
function afterPaint(act: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(act);
  });
  return () => cancelAnimationFrame(frame);
}

/** Scrolls the pane, and nothing else, so that the row stands in its middle. */
function centre(pane: HTMLElement | null, index: number): void {
  const row = pane?.querySelector(`[data-row="${index}"]`);
  if (!pane || !row) return;
  const [outer, inner] = [pane.getBoundingClientRect(), row.getBoundingClientRect()];
  pane.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
}
