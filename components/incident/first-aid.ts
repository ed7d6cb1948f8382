import type { IncidentSource } from '@/lib/incident/schema';

type FixSource = IncidentSource['fixes'][number];

/** In the order in which they are taken; of equals the first that has a command: at 3 a.m. one wants to type something. */
const WANTED: readonly ((fix: FixSource) => boolean)[] = [
  ({ kind, effect }) => kind === 'stop-bleeding' && effect !== 'masks',
  ({ kind }) => kind === 'stop-bleeding',
  ({ kind }) => kind === 'permanent',
  () => true,
];

/** What one does first, and its first safe command. */
export function firstAid(fixes: readonly FixSource[]): {
  fix: FixSource | undefined;
  command: string | undefined;
} {
  const best = WANTED.map((wanted) => fixes.filter(wanted)).find((some) => some.length > 0) ?? [];
  const fix = best.find(({ commands }) => commands.length > 0) ?? best[0];
  return { fix, command: fix && safeCommand(fix) };
}

function safeCommand({ commands }: FixSource): string | undefined {
  return commands
    .map((each) => (typeof each === 'string' ? { run: each, destroys: undefined } : each))
    .find(({ destroys }) => !destroys)?.run;
}
