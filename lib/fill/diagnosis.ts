/** A diagnosis whose commands are filled, for the surfaces that print it. The templates stay beside them. */

import type { Diagnosis, NextCheck, RankedFix } from '../triage/diagnosis';
import type { Command } from '../triage/pack';
import { chosenFrom } from './candidates';
import { fill, type Chosen } from './fill';

/** `template` is the command as the book has it; set where it differs. `missing` names what is still open. */
interface FromTemplate {
  template?: string;
  missing?: string[];
}

export type FilledCommand = Command & FromTemplate;
export type FilledDiagnosis = Omit<Diagnosis, 'fixes' | 'next'> & {
  fixes: (Omit<RankedFix, 'commands'> & { commands: FilledCommand[] })[];
  next: (NextCheck & FromTemplate) | null;
};

export function fillDiagnosis(diagnosis: Diagnosis, picked?: Chosen): FilledDiagnosis {
  const chosen = chosenFrom(diagnosis, picked);
  const run = (command: string) => fill(command, chosen).run;
  return {
    ...diagnosis,
    digest: {
      ...diagnosis.digest,
      pasteNext: diagnosis.digest.pasteNext.map((item) => ({ ...item, command: run(item.command) })),
    },
    findings: diagnosis.findings.map((finding) => ({
      ...finding,
      notChecked: finding.notChecked.map((item) =>
        item.command === undefined ? item : { ...item, command: run(item.command) },
      ),
    })),
    fixes: diagnosis.fixes.map((fix) => ({
      ...fix,
      commands: fix.commands.map((command) => ({ ...command, ...filledFrom('run', command.run, chosen) })),
      saveFirst: fix.saveFirst.map(run),
      verify: { ...fix.verify, command: run(fix.verify.command) },
    })),
    next: diagnosis.next && {
      ...diagnosis.next,
      ...(diagnosis.next.command === null ? {} : filledFrom('command', diagnosis.next.command, chosen)),
    },
  };
}

function filledFrom<K extends 'run' | 'command'>(key: K, template: string, chosen: Chosen) {
  const { run, missing } = fill(template, chosen);
  return {
    ...({ [key]: run } as Record<K, string>),
    ...(run === template ? {} : { template }),
    ...(missing.length > 0 ? { missing } : {}),
  };
}
