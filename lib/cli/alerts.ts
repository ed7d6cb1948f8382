/** `faultbook alerts [--json] [--site URL] FILE…` */

import { readFileSync } from 'node:fs';
import { siteAddress } from '../export/site';
import type { Pack } from '../triage/pack';
import { checkRule, readRules, type AlertFinding } from './alerts-check';
import { alertsInOrder, noAlertFiles, unknownOption, unreadable, unreadableRules } from './texts';

interface Options {
  json: boolean;
  site: string;
  files: string[];
}

/** Exit: 0 all in order, 1 findings, 2 a file that cannot be read or bad use. */
export async function runAlerts(args: readonly string[], loadPack: () => Pack): Promise<number> {
  const options = optionsOf(args);
  if (typeof options === 'string') {
    console.error(options);
    return 2;
  }
  const alerts = [...new Set(loadPack().incidents.flatMap((incident) => incident.alerts))].sort();
  let exit = 0;
  let seen = 0;
  for (const file of options.files) {
    const read = rulesIn(file);
    if (typeof read === 'string') {
      console.error(read);
      exit = 2;
      continue;
    }
    seen += read.length;
    for (const finding of read.flatMap((rule) => checkRule(rule, alerts, options.site) ?? [])) {
      console.log(options.json ? JSON.stringify({ file, ...finding }) : findingText(file, finding));
      exit = Math.max(exit, 1);
    }
  }
  if (exit === 0 && !options.json) console.log(alertsInOrder(seen));
  return exit;
}

function optionsOf(args: readonly string[]): Options | string {
  const options: Options = {
    json: false,
    site: siteAddress(process.env.FAULTBOOK_SITE ?? process.env.FAULTBOOK_BUILT_SITE),
    files: [],
  };
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!;
    if (arg === '--json') options.json = true;
    else if (arg === '--site' && args[at + 1]) options.site = siteAddress(args[++at]);
    else if (arg.startsWith('--site=')) options.site = siteAddress(arg.slice('--site='.length));
    else if (arg.startsWith('-') && arg !== '-') return unknownOption(arg);
    else options.files.push(arg);
  }
  return options.files.length > 0 ? options : noAlertFiles;
}

function rulesIn(file: string) {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    return unreadable(file, (error as NodeJS.ErrnoException).code ?? String(error));
  }
  const read = readRules(text);
  return 'fault' in read ? unreadableRules(file, read.fault) : read.rules;
}

function findingText(file: string, { line, group, alert, says, paste }: AlertFinding): string {
  const where = `${file}:${line}: ${alert}${group ? ` (group ${group})` : ''}: ${says}.`;
  return paste ? `${where}\n  ${paste}` : where;
}
