import { unknownOption } from './texts';
import { POLICIES } from '../evaluate/policies';
import { simulate, type Paste, type Setting } from '../evaluate/simulate';
import type { Pack } from '../triage/pack';

/** `faultbook simulate [--json]`: one line a setting. */
export function runSimulate(
  args: readonly string[],
  loadPack: () => Pack,
  loadPastes: () => Paste[],
): number {
  const option = args.find((arg) => arg !== '--json');
  if (option) {
    console.error(unknownOption(option));
    return 2;
  }
  for (const setting of simulate(loadPack(), loadPastes()))
    console.log(args.includes('--json') ? JSON.stringify(setting) : line(setting));
  return 0;
}

function line({ start, wrong, oracle, policies }: Setting): string {
  const each = POLICIES.map((policy) => {
    const { minutes, questions, solved, rightFirst } = policies[policy];
    return `${policy} ${minutes.toFixed(1)} min, ${questions.toFixed(1)} questions, ${percent(solved)} solved, ${percent(rightFirst)} right first`;
  });
  return `${`${start}, ${percent(wrong)} wrong, ${oracle}`.padEnd(32)} ${each.join(' | ')}`;
}

function percent(value: number): string {
  return `${Math.round(100 * value)} %`;
}
