import { Badge, Badges } from '@/components/ui/badge';
import type { Effect, FixKind, Loss, Risk } from '@/lib/triage/pack';
import { duration, EFFECT_WORDS, LOSS_WORDS, NEED_WORDS, RISK_WORDS } from './words';
import styles from './cards.module.css';

export interface FixMarkData {
  kind: FixKind;
  effect: Effect;
  risk: Risk;
  minutes: number;
  reversible: boolean;
  loses: readonly Loss[];
  needs: readonly string[];
}

/** What a fix does, costs, risks and loses, in the order in which one decides. */
export function FixMarks({ fix }: { fix: FixMarkData }) {
  const dear = fix.risk === 'high' || fix.risk === 'medium';
  return (
    <div className={styles.marks}>
      <Badges label="What this fix does, costs and risks">
        <Badge tone={fix.effect === 'cures' ? 'good' : 'plain'}>{EFFECT_WORDS[fix.effect]}</Badge>
        <Badge tone={dear ? 'danger' : 'plain'}>{RISK_WORDS[fix.risk]}</Badge>
        <Badge>{duration(fix.minutes)}</Badge>
        {fix.loses.length > 0 && (
          <Badge tone="danger">loses {and(fix.loses.map((loss) => LOSS_WORDS[loss]))}</Badge>
        )}
        {!fix.reversible && <Badge tone="danger">cannot be undone</Badge>}
      </Badges>
      {fix.needs.length > 0 && (
        <p className={styles.note}>Needs {and(fix.needs.map((need) => NEED_WORDS[need] ?? need))}.</p>
      )}
    </div>
  );
}

/** "a", "a and b", "a, b and c". */
function and(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
