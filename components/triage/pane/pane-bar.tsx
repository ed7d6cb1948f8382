'use client';

import { ChevronDown, ChevronUp, FoldVertical, Search, UnfoldVertical, WrapText } from 'lucide-react';
import type { PaneModel } from '@/lib/view/model';
import { stopAt } from '@/lib/view/stops';
import { Button } from '../../ui/button';
import { useTriage } from '../context';
import styles from './pane.module.css';

interface Props {
  model: PaneModel;
  wrap: boolean;
  all: boolean;
  folds: boolean;
  finding: boolean;
  onStep: (by: 1 | -1) => void;
  onWrap: () => void;
  onFold: () => void;
  onFind: () => void;
}

/** The name of the pane and its tools. */
export function PaneBar({ model, wrap, all, folds, finding, onStep, onWrap, onFold, onFind }: Props) {
  const Fold = all ? FoldVertical : UnfoldVertical;
  return (
    <div className={styles.bar}>
      <h2 className={styles.heading}>What you pasted</h2>
      {model.stops.length > 0 && <EvidenceSteps model={model} onStep={onStep} />}
      <Button
        look="quiet"
        aria-label="Find in this paste"
        aria-expanded={finding}
        aria-keyshortcuts="f Control+F"
        onClick={onFind}
      >
        <Search size={16} aria-hidden /> <span className={styles.word}>Find</span>
      </Button>
      <Button look="quiet" aria-label="Wrap" aria-pressed={wrap} aria-keyshortcuts="w" onClick={onWrap}>
        <WrapText size={16} aria-hidden /> <span className={styles.word}>Wrap</span>
      </Button>
      {folds && (
        <Button
          look="quiet"
          aria-label={all ? 'Fold again' : 'Unfold all'}
          aria-keyshortcuts="z"
          onClick={onFold}
        >
          <Fold size={16} aria-hidden />{' '}
          <span className={styles.word}>{all ? 'Fold again' : 'Unfold all'}</span>
        </Button>
      )}
    </div>
  );
}

function EvidenceSteps({ model: { stops }, onStep }: Pick<Props, 'model' | 'onStep'>) {
  const spot = useTriage((state) => state.spot);
  const at = spot ? stopAt(stops, spot) : -1;
  const here = spot && stops[at]?.source === spot.source && stops[at]?.line === spot.line;
  return (
    <div className={styles.steps} role="group" aria-label="Evidence in this paste">
      <Button look="quiet" aria-label="Previous evidence" aria-keyshortcuts="p" onClick={() => onStep(-1)}>
        <ChevronUp size={18} aria-hidden />
      </Button>
      <span className={styles.count}>
        {here ? `${at + 1} of ${stops.length}` : stops.length}
        <span className="visually-hidden"> {stops.length === 1 ? 'place' : 'places'} with evidence</span>
      </span>
      <Button look="quiet" aria-label="Next evidence" aria-keyshortcuts="n" onClick={() => onStep(1)}>
        <ChevronDown size={18} aria-hidden />
      </Button>
    </div>
  );
}
