'use client';

import { memo, useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { Finds } from '@/lib/view/find';
import { lineAt } from '@/lib/view/lines';
import { bucketOf, nearestTick, placeAt, ticksOf, type Tick } from '@/lib/view/minimap';
import { numberOf, type PaneModel } from '@/lib/view/model';
import { nextStop, stopAt } from '@/lib/view/stops';
import styles from './minimap.module.css';

interface Place {
  source: number;
  line: number;
}

interface Props {
  model: PaneModel;
  finds: readonly Finds[];
  /** Where steps from evidence to evidence go on: the selected line, or the first in sight. */
  current: Place;
  /** First and last line in sight. */
  from: Place;
  to: Place;
  /** `stop`: the place has evidence. */
  onGo: (place: Place, stop: boolean) => void;
}

/** Below this the whole paste is a few screens, and a map of it says nothing. */
const LONG = 200;
const BUCKETS = 250;
/** A click this near to evidence means the evidence. */
const REACH = 4;
const MOST_FOUND = 2000;

export const isLong = ({ layout, stops }: PaneModel): boolean => layout.total >= LONG && stops.length > 0;

/** The whole case as a strip: its evidence, a lane for each incident, and what is in sight. */
export function Minimap({ model, finds, current, from, to, onGo }: Props) {
  const { layout, marks, stops } = model;
  const ticks = useMemo(() => ticksOf(marks, layout, BUCKETS), [marks, layout]);
  const strip = useRef<HTMLDivElement>(null);
  const global = ({ source, line }: Place) => (layout.offsets[source] ?? 0) + line - 1;
  const top = (BUCKETS * global(from)) / layout.total;
  const height = Math.max(3, (BUCKETS * (global(to) + 1)) / layout.total - top);

  const goTo = (event: PointerEvent) => {
    const box = strip.current?.getBoundingClientRect();
    if (!box) return;
    const share = Math.min(1, Math.max(0, (event.clientY - box.top) / box.height));
    const tick = event.type === 'pointerdown' ? nearestTick(ticks, share * BUCKETS, REACH) : null;
    onGo(tick ?? placeAt(layout, share * layout.total), tick !== null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, global(to) - global(from));
    const keys: Record<string, () => void> = {
      ArrowDown: () => go(nextStop(stops, current, 1)),
      ArrowUp: () => go(nextStop(stops, current, -1)),
      PageDown: () => onGo(placeAt(layout, global(to) + page / 2), false),
      PageUp: () => onGo(placeAt(layout, global(from) - page / 2), false),
      Home: () => onGo(placeAt(layout, 0), false),
      End: () => onGo(placeAt(layout, layout.total), false),
    };
    const go = (place: Place | null) => place && onGo(place, true);
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return (
    <div
      ref={strip}
      className={styles.strip}
      role="slider"
      tabIndex={0}
      aria-label="Map of the evidence"
      aria-orientation="vertical"
      aria-valuemin={1}
      aria-valuemax={layout.total}
      aria-valuenow={global(from) + 1}
      aria-valuetext={wordsOf(model, from)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={(event) => event.buttons === 1 && goTo(event)}
    >
      <svg className={styles.drawing} viewBox={`0 0 16 ${BUCKETS}`} preserveAspectRatio="none" aria-hidden>
        <Found model={model} finds={finds} />
        <Ticks ticks={ticks} />
        <rect className={styles.view} x="0" width="16" y={Math.min(top, BUCKETS - 3)} height={height} />
      </svg>
    </div>
  );
}

/** Each rank has a lane of its own: colour alone would not tell them apart. */
const Ticks = memo(function Ticks({ ticks }: { ticks: readonly Tick[] }) {
  return ticks.map(({ at, rank }) => (
    <rect
      key={`${at}/${rank}`}
      className={styles.tick}
      data-rank={rank}
      x={1 + rank * 3.5}
      width={rank === 0 ? 6 : 3.5}
      y={at - 0.5}
      height="2"
    />
  ));
});

const Found = memo(function Found({ model, finds }: { model: PaneModel; finds: readonly Finds[] }) {
  const buckets = new Set<number>();
  for (const [source, { starts }] of finds.entries()) {
    const step = Math.max(1, Math.floor(starts.length / MOST_FOUND));
    for (let at = 0; at < starts.length; at += step) {
      const line = lineAt(model.starts[source]!, starts[at]!);
      buckets.add(bucketOf((model.layout.offsets[source] ?? 0) + line, model.layout.total, BUCKETS));
    }
  }
  return [...buckets].map((at) => (
    <rect key={at} className={styles.found} x="13" width="3" y={at} height="1" />
  ));
});

function wordsOf({ texts, stops, layout }: PaneModel, from: Place): string {
  const of = texts.length > 1 ? ` of ${texts[from.source]?.name}` : ` of ${layout.total}`;
  const here = `Line ${numberOf(texts[from.source] ?? {}, from.line)}${of}`;
  const passed = stopAt(stops, from) + 1;
  return `${here}. ${passed} of ${stops.length} places with evidence are above.`;
}
