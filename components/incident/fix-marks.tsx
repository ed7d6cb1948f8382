import { Badge, Badges } from '@/components/ui/badge';
import type { Effect, FixKind, Loss, Risk } from '@/lib/triage/pack';
import { duration, EFFECT_WORDS, LOSS_WORDS, NEED_WORDS, RISK_WORDS } from './words';

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
  return (
    <Badges label="What this fix does, risks and needs">
      <Badge tone={fix.effect === 'cures' ? 'good' : 'plain'}>{EFFECT_WORDS[fix.effect]}</Badge>
      <Badge tone={fix.risk === 'high' || fix.risk === 'medium' ? 'danger' : 'plain'}>
        {RISK_WORDS[fix.risk]}
      </Badge>
      <Badge>{duration(fix.minutes)}</Badge>
      {fix.loses.map((loss) => (
        <Badge key={loss} tone="danger">
          {LOSS_WORDS[loss]}
        </Badge>
      ))}
      {!fix.reversible && <Badge tone="danger">cannot be undone</Badge>}
      {fix.needs.map((need) => (
        <Badge key={need}>needs {NEED_WORDS[need] ?? need}</Badge>
      ))}
    </Badges>
  );
}
