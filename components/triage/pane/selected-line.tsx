'use client';

import { X } from 'lucide-react';
import { textOfLines } from '@/lib/view/lines';
import { numberOf, type PaneModel } from '@/lib/view/model';
import { Button } from '../../ui/button';
import { CopyButton } from '../../ui/copy-button';
import { useActions, useTriage } from '../context';
import { goToReason } from './to-reason';
import styles from './pane.module.css';

/** What can be done with the selected line or lines. */
export function SelectedLine({ model }: { model: PaneModel }) {
  const spot = useTriage((state) => state.spot);
  const { look } = useActions();
  const text = spot && model.texts[spot.source];
  if (!spot || !text) return null;
  const { source, line, to = line } = spot;
  const reason = model.marks[source]?.reasons.get(line)?.[0];
  const name = `${to > line ? 'Lines' : 'Line'} ${numberOf(text, line)}${to > line ? ` to ${numberOf(text, to)}` : ''}`;
  return (
    <div className={styles.selected} role="group" aria-label="The selected line">
      <span className={styles.which}>
        {name}
        {model.texts.length > 1 && ` of ${text.name}`}
      </span>
      {reason && (
        <Button look="quiet" onClick={() => goToReason(reason.key)}>
          Why it counts
        </Button>
      )}
      <CopyButton text={textOfLines(text.source, model.starts[source], line, to)} what={name.toLowerCase()} />
      <Button look="quiet" aria-label="Select nothing" onClick={() => look(null)}>
        <X size={16} aria-hidden />
      </Button>
    </div>
  );
}
