/** What the command line says. */

export const USAGE = `faultbook: which known incident is this?

  faultbook triage [--json] [FILE…]   what a paste shows; without FILE it reads standard input
  faultbook eval [--json] DIR         figures on DIR/index.jsonl ({file, incident|null, also, hard} a line)

Exit: 0 match or done, 1 unsure or not in the book, 2 bad use or a file that cannot be read.
Nothing leaves this machine.`;

export const unreadable = (file: string, reason: string) =>
  `${file}: cannot be read (${reason}). Give a readable file, or paste to standard input.`;
export const binary = (file: string) =>
  `${file}: looks binary, not like a log. It was read as text all the same.`;
export const unknownOption = (option: string) => `faultbook: there is no option “${option}”.\n\n${USAGE}`;
export const NOTHING_READ = 'The input is empty: there was nothing to read.';
