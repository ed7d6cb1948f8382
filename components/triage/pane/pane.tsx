'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import type { Finds } from '@/lib/view/find';
import { modelOf } from '@/lib/view/model';
import { nextStop } from '@/lib/view/stops';
import { useActions, useTriage } from '../context';
import type { Result } from '../store';
import { FindBar } from './find-bar';
import { Legend } from './legend';
import { PaneLines, type LinesHandle } from './lines';
import { PaneBar } from './pane-bar';
import { PaneParts } from './parts';
import { SelectedLine } from './selected-line';
import { TimeStrip } from './time-strip';
import { useFind } from './use-find';
import { usePaneKeys } from './use-pane-keys';
import { useRows } from './use-rows';
import styles from './pane.module.css';

/** One and the same, so that a closed search draws nothing anew. */
const NOTHING: readonly Finds[] = [];

/** What was pasted, with the evidence highlighted, and the means to read it. */
export function PastePane({ result }: { result: Result }) {
  const { diagnosis, starts } = result;
  const { parts } = result.of;
  const model = useMemo(() => modelOf(diagnosis, parts, starts), [diagnosis, parts, starts]);
  const [wrap, setWrap] = useState(true);
  const [finding, setFinding] = useState(false);
  const lines = useRef<LinesHandle>(null);
  const box = useRef<HTMLInputElement>(null);
  const spot = useTriage((state) => state.spot);
  const glance = useTriage((state) => state.glance);
  const { look } = useActions();

  const here = () => spot ?? lines.current?.top() ?? { source: 0, line: 1 };
  const find = useFind(model, here);
  const place = finding ? find.place : null;
  const { rows, some, all, toggle, toggleAll } = useRows(model, [spot, glance, place]);

  useEffect(() => {
    if (place) lines.current?.bring(place);
  }, [place]);

  const openFind = () => {
    setFinding(true);
    // The box may not be there yet.
    requestAnimationFrame(() => box.current?.select());
  };
  const closeFind = () => {
    setFinding(false);
    if (find.place) look(find.place);
    lines.current?.focus();
  };
  const step = (by: 1 | -1) => {
    const stop = nextStop(model.stops, here(), by);
    if (stop) look({ source: stop.source, line: stop.line });
  };
  const onKeyDown = usePaneKeys({ model, rows, openFind, step, toggleWrap: () => setWrap(!wrap), toggleAll });

  return (
    <div className={styles.pane} onKeyDown={onKeyDown}>
      <PaneBar
        model={model}
        wrap={wrap}
        all={all}
        folds={some}
        finding={finding}
        onStep={step}
        onWrap={() => setWrap(!wrap)}
        onFold={toggleAll}
        onFind={finding ? closeFind : openFind}
      />
      {finding && <FindBar ref={box} find={find} onClose={closeFind} />}
      <div className={styles.facts}>
        <PaneParts result={result} />
        <Legend model={model} />
        <TimeStrip diagnosis={diagnosis} />
      </div>
      <PaneLines
        ref={lines}
        model={model}
        rows={rows}
        wrap={wrap}
        finds={finding ? find.finds : NOTHING}
        onFold={toggle}
      />
      <SelectedLine model={model} />
    </div>
  );
}
