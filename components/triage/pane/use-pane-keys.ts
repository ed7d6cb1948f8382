'use client';

import type { KeyboardEvent } from 'react';
import type { LineRange } from '@/lib/view/line-hash';
import type { PaneModel } from '@/lib/view/model';
import type { Rows } from '@/lib/view/rows';
import { useActions, useTriage } from '../context';
import { goToReason } from './to-reason';
import { extended } from './use-clicks';

interface Acts {
  model: PaneModel;
  rows: Rows;
  openFind: () => void;
  step: (by: 1 | -1) => void;
  toggleWrap: () => void;
  toggleAll: () => void;
}

/** The keys of `keys.ts`. Letters count in the pane only, and never while something is typed. */
export function usePaneKeys({ model, rows, openFind, step, toggleWrap, toggleAll }: Acts) {
  const spot = useTriage((state) => state.spot);
  const { look } = useActions();

  /** Without a selection the arrows scroll, as everywhere. */
  const move = (by: 1 | -1, extend: boolean): boolean => {
    if (!spot) return false;
    const edge = extend && by === 1 ? (spot.to ?? spot.line) : spot.line;
    const next = rows.step(rows.indexOf(spot.source, edge), by);
    if (next) look(extend ? grown(spot, next, by) : { source: next.source, line: next.line });
    return true;
  };
  const toReason = (): boolean => {
    const reason = spot && reasonNear(model, spot);
    if (reason) goToReason(reason);
    return reason !== null;
  };
  const clear = (): boolean => {
    if (spot) look(null);
    return spot !== null;
  };
  /** A key acts when its function does not give false. */
  const letters: Record<string, () => boolean | void> = {
    n: () => step(1),
    p: () => step(-1),
    f: openFind,
    z: toggleAll,
    w: toggleWrap,
    Escape: clear,
  };

  return (event: KeyboardEvent<HTMLElement>) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const target = event.target as HTMLElement;
    const act = (): boolean | void => {
      if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'f') return openFind();
      if (ctrlKey || metaKey || altKey || target.closest('input, select, [role=slider]')) return false;
      if (key === 'ArrowDown' || key === 'ArrowUp') return move(key === 'ArrowDown' ? 1 : -1, shiftKey);
      if (key === 'Enter') return target.closest('button, a, summary') ? false : toReason();
      return letters[key]?.() ?? letters[key] !== undefined;
    };
    if (act() === false) return;
    event.preventDefault();
    // The page has keys of its own; what the pane took is done.
    event.stopPropagation();
  };
}

function grown(spot: LineRange, { source, line }: { source: number; line: number }, by: 1 | -1): LineRange {
  return by === 1 ? extended(spot, source, line) : { ...spot, line, to: spot.to ?? spot.line };
}

/** The reason of a line; of the evidence it belongs to, when the reason stands further up. */
function reasonNear({ marks }: PaneModel, { source, line }: LineRange): string | null {
  const part = marks[source];
  for (let at = line; part && (at === line || part.ranks.has(at)) && at > 0; at--) {
    const reason = part.reasons.get(at)?.[0];
    if (reason) return reason.key;
  }
  return null;
}
