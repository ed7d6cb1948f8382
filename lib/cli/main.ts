/** The command line. Everything it knows comes from the pack that the bundle carries. */

import { runAlerts } from './alerts';
import { USAGE } from './texts';
import { runTrailers } from './trailers';
import { runTriage } from './triage';
import { runEval } from './eval';
import { runSimulate } from './simulate';
import type { Paste } from '../evaluate/simulate';
import type { Pack } from '../triage/pack';

/** Runs one command; resolves to the exit code. 0 match or done, 1 unsure or none, 2 bad use or unreadable file. */
export async function main(
  args: readonly string[],
  loadPack: () => Pack,
  loadPastes: () => Paste[] = () => [],
): Promise<number> {
  const [command, ...rest] = args;
  const commands: Record<
    string,
    (args: readonly string[], loadPack: () => Pack) => number | Promise<number>
  > = {
    alerts: runAlerts,
    trailers: runTrailers,
    triage: runTriage,
    eval: runEval,
    simulate: (rest) => runSimulate(rest, loadPack, loadPastes),
  };
  if (command === '--help' || command === 'help') {
    console.log(USAGE);
    return 0;
  }
  const run = command && Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!run) {
    console.error(command ? `faultbook: there is no command “${command}”.\n\n${USAGE}` : USAGE);
    return 2;
  }
  return run(rest, loadPack);
}
