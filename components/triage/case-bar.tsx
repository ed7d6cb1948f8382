'use client';

import { Ellipsis, Keyboard, Plus, Redo2, RotateCcw, Trash2, Undo2, X } from 'lucide-react';
import { recognisedIn } from '@/lib/view/recognised';
import { ShareButton } from '../share/share-button';
import { Button } from '../ui/button';
import { Menu, MenuItem } from '../ui/menu';
import { Tip } from '../ui/tip';
import { useActions, useTriage } from './context';
import { linesOf } from './lines-of';
import styles from './case-bar.module.css';

/** What the case is made of, and the way back from every step. */
export function CaseBar({
  adding,
  onAdd,
  onKeys,
}: {
  adding: boolean;
  onAdd: () => void;
  onKeys: () => void;
}) {
  const parts = useTriage((state) => state.page.parts);
  const canUndo = useTriage((state) => state.past.length > 0);
  const canRedo = useTriage((state) => state.future.length > 0);
  const { undo, redo, startOver, forget } = useActions();
  return (
    <div className={styles.bar} role="group" aria-label="This case">
      <ul className={styles.parts} role="list" aria-label="Parts of this case">
        {parts.map((part, index) => (
          <PartChip key={`${part.name}${index}`} index={index} name={part.name} />
        ))}
      </ul>
      <div className={styles.actions}>
        <Button look="quiet" onClick={onAdd} aria-expanded={adding} aria-label="Add output">
          <Plus size={16} aria-hidden />{' '}
          <span className={styles.short}>
            Add<span className={styles.word}> output</span>
          </span>
        </Button>
        <ShareButton />
        <Tip text="Undo" keys="u">
          <Button look="quiet" onClick={undo} disabled={!canUndo} aria-label="Undo">
            <Undo2 size={16} aria-hidden />
          </Button>
        </Tip>
        {canRedo && (
          <Tip text="Redo" keys="U">
            <Button look="quiet" onClick={redo} aria-label="Redo">
              <Redo2 size={16} aria-hidden />
            </Button>
          </Tip>
        )}
        <Button look="quiet" onClick={startOver} aria-label="Start over">
          <RotateCcw size={16} aria-hidden /> <span className={styles.word}>Start over</span>
        </Button>
        <Menu
          button={
            <Button look="quiet" aria-label="More">
              <Ellipsis size={18} aria-hidden />
            </Button>
          }
        >
          <MenuItem icon={<Keyboard size={16} aria-hidden />} keys="?" onSelect={onKeys}>
            Keyboard
          </MenuItem>
          <MenuItem icon={<Trash2 size={16} aria-hidden />} onSelect={forget}>
            Forget this case
          </MenuItem>
        </Menu>
      </div>
    </div>
  );
}

function PartChip({ index, name }: { index: number; name: string }) {
  const recognised = useTriage((state) => state.result?.diagnosis.parts);
  const { remove } = useActions();
  const formats = recognisedIn((recognised ?? []).filter((part) => part.source === index));
  return (
    <li className={styles.part}>
      <span className={styles.name}>{name}</span>
      <span className={styles.formats}>
        {formats.map(({ title, count }) => `${title} ${linesOf(count)}`).join(' · ')}
      </span>
      <button
        type="button"
        className={styles.remove}
        aria-label={`Remove ${name}`}
        onClick={() => remove(index)}
      >
        <X size={14} aria-hidden />
      </button>
    </li>
  );
}
