import type { IncidentSource } from '@/lib/incident/schema';

type FixSource = IncidentSource['fixes'][number];

/** The first fix that stops the bleeding without only masking it, else the first that is no prevention; and its first safe command. */
export function firstAid(fixes: FixSource[]): { fix: FixSource | undefined; command: string | undefined } {
  const fix =
    fixes.find((each) => each.kind === 'stop-bleeding' && each.effect !== 'masks') ??
    fixes.find((each) => each.kind === 'stop-bleeding') ??
    fixes.find((each) => each.kind === 'permanent') ??
    fixes[0];
  const safe = fix?.commands
    .map((each) => (typeof each === 'string' ? { run: each } : each))
    .find((each) => !each.destroys);
  return { fix, command: safe?.run };
}
