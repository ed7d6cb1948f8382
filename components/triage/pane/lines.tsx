'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  type CSSProperties,
  type Ref,
} from 'react';
import type { Finds } from '@/lib/view/find';
import type { Fold } from '@/lib/view/folds';
import { heightOf } from '@/lib/view/heights';
import type { LineRange } from '@/lib/view/line-hash';
import { longestLine } from '@/lib/view/lines';
import { numberOf, type PaneModel } from '@/lib/view/model';
import { MAX_LINE } from '@/lib/view/pieces';
import type { Rows } from '@/lib/view/rows';
import { cx } from '../../ui/class-names';
import { useActions, useTriage } from '../context';
import { Block, BLOCK } from './block';
import { isLong, Minimap } from './minimap';
import { PANE } from './to-reason';
import { useBring } from './use-bring';
import { useClicks } from './use-clicks';
import { useMetrics } from './use-metrics';
import styles from './lines.module.css';

/** What the rest of the pane may ask of the lines. */
export interface LinesHandle {
  /** Brings a line into sight. */
  bring(place: { source: number; line: number }): void;
  /** The line at the top of the pane. */
  top(): { source: number; line: number };
  focus(): void;
}

interface Props {
  ref: Ref<LinesHandle>;
  model: PaneModel;
  rows: Rows;
  wrap: boolean;
  finds: readonly Finds[];
  onFold: (fold: Fold) => void;
}

/** The lines of the case. Only what is in sight is drawn. */
export function PaneLines({ ref, model, rows, wrap, finds, onFold }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const selected = useTriage((state) => state.spot);
  const glanced = useTriage((state) => state.glance);
  const { look } = useActions();
  const metrics = useMetrics(scroller, wrap);
  const held = useRef<number | null>(null);

  const { lengths, longest, digits } = useMemo(() => sizesOf(model), [model]);
  const estimate = (block: number) =>
    heightOf(
      rows,
      model.starts,
      lengths,
      [block * BLOCK, Math.min(rows.count, (block + 1) * BLOCK)],
      metrics,
    );
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useVirtualizer({
    count: Math.ceil(rows.count / BLOCK),
    getScrollElement: () => scroller.current,
    estimateSize: estimate,
    overscan: 2,
    // What has the focus stays drawn: scrolled away and taken out of the page, it would lose the keyboard.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(0, startIndex - overscan);
      const to = Math.min(count - 1, endIndex + overscan);
      const blocks = Array.from({ length: to - from + 1 }, (_, at) => from + at);
      const focused = held.current;
      if (focused === null || focused >= count || (focused >= from && focused <= to)) return blocks;
      return focused < from ? [focused, ...blocks] : [...blocks, focused];
    },
  });
  // Other columns are other heights everywhere. What is drawn keeps its size and would not be measured by itself.
  useEffect(() => {
    virtual.measure();
    // The estimates must stand in first: a size is kept only where it differs from what is known of it.
    virtual.getTotalSize();
    virtual.elementsCache.forEach((element) => virtual.measureElement(element as HTMLDivElement));
  }, [virtual, metrics]);

  const bringRow = useBring(scroller, virtual);
  const bring = useCallback(
    (place: { source: number; line: number } | null) =>
      bringRow(place ? rows.indexOf(place.source, place.line) : -1),
    [rows, bringRow],
  );
  const topRow = (offset: number): number => {
    const item = virtual.getVirtualItemForOffset(offset);
    if (!item) return 0;
    return Math.min(
      rows.count - 1,
      item.index * BLOCK + Math.floor(((offset - item.start) / item.size) * BLOCK),
    );
  };
  const placeOf = (index: number): { source: number; line: number } => {
    const row = rows.count > 0 ? rows.row(Math.max(0, index)) : { type: 'title' as const, source: 0 };
    if (row.type === 'title') return { source: row.source, line: 1 };
    return { source: row.source, line: row.type === 'line' ? row.line : row.from };
  };
  useImperativeHandle(ref, () => ({
    bring,
    top: () => placeOf(topRow(scroller.current?.scrollTop ?? 0)),
    focus: () => scroller.current?.focus({ preventScroll: true }),
  }));

  useEffect(() => {
    if (!selected) return;
    bring(selected);
    scroller.current?.scrollIntoView({ block: 'nearest' });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- scrolling at every change of the rows would fight the person
  }, [selected]);
  useGlance(scroller, glanced, selected, bring);
  const onClick = useClicks(selected, look);

  const offset = virtual.scrollOffset ?? 0;
  const bottom = placeOf(topRow(offset + (virtual.scrollRect?.height ?? 0)));
  return (
    <div
      className={styles.frame}
      style={{ '--lines': `${virtual.getTotalSize()}px`, '--digits': digits } as CSSProperties}
    >
      <div
        ref={scroller}
        className={cx(styles.scroller, !wrap && styles.unwrapped)}
        {...{ [PANE]: '' }}
        tabIndex={0}
        role="region"
        aria-label="Your paste, with evidence"
        onClick={onClick}
        onFocus={(event) => {
          const block = event.target.closest<HTMLElement>('[data-index]')?.dataset.index;
          held.current = block === undefined ? null : Number(block);
        }}
        onBlur={() => {
          held.current = null;
        }}
      >
        <div
          className={styles.canvas}
          style={{
            height: virtual.getTotalSize(),
            // Blocks that come into sight must not change how far it scrolls sideways.
            ...(wrap ? {} : { minWidth: `calc(var(--gutter) + ${longest + 2}ch)` }),
          }}
        >
          {virtual.getVirtualItems().map((item) => (
            <div
              key={item.key}
              data-index={item.index}
              ref={virtual.measureElement}
              className={styles.item}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <Block
                block={item.index}
                rows={rows}
                model={model}
                selected={selected}
                glanced={glanced}
                finds={finds}
                onFold={onFold}
              />
            </div>
          ))}
        </div>
      </div>
      {isLong(model) && (
        <Minimap
          model={model}
          finds={finds}
          current={selected ?? placeOf(topRow(offset))}
          from={placeOf(topRow(offset))}
          to={bottom}
          onGo={(place, stop) => (stop ? look(place) : bring(place))}
        />
      )}
    </div>
  );
}

/** Characters of each text, of the longest line, and of the highest line number. */
function sizesOf({ texts, starts }: PaneModel): { lengths: number[]; longest: number; digits: number } {
  const lengths = texts.map(({ source }) => source.length);
  const last = texts.map((text, at) => numberOf(text, starts[at]?.length ?? 1));
  const longest = starts.map((each, at) => longestLine(lengths[at] ?? 0, each, MAX_LINE));
  return { lengths, longest: Math.max(0, ...longest), digits: String(Math.max(99, ...last)).length };
}

/** Shows a line while its reason has the pointer or the focus, and afterwards what was there before. */
function useGlance(
  scroller: React.RefObject<HTMLDivElement | null>,
  glanced: LineRange | null,
  selected: LineRange | null,
  bring: (place: LineRange | null) => void,
): void {
  const before = useRef<{ top: number; selected: LineRange | null } | null>(null);
  useEffect(() => {
    const pane = scroller.current;
    if (!pane) return;
    if (glanced) {
      before.current ??= { top: pane.scrollTop, selected };
      bring(glanced);
      return;
    }
    // A selection in the meantime has its own place; only a glance that came to nothing goes back.
    if (before.current?.selected === selected) {
      bring(null);
      pane.scrollTo({ top: before.current.top });
    }
    before.current = null;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- as above: not when the rows change
  }, [glanced]);
}
