/** Every command that the book prints parses as shell. */

import { spawnSync } from 'node:child_process';
import type { Book } from '../load.server';
import type { Problem } from '../problem';

interface Printed {
  file: string;
  line: number;
  command: string;
}

/** One `bash -n` for all commands together; only when it complains, one for each. */
export function lintCommands(book: Book): Problem[] {
  const all = commandsOf(book);
  const together = all.map(({ command }, index) => `f${index}() {\n${filled(command)}\n}`).join('\n');
  if (syntaxError(together) === null) return [];
  return all.flatMap(({ file, line, command }) => {
    const error = syntaxError(filled(command));
    return error === null
      ? []
      : [
          {
            file,
            line,
            what: `command does not parse: ${command.split('\n')[0]} (${error})`,
            cure: 'try it with bash -n',
          },
        ];
  });
}

/** Placeholders stand for one quoted word. */
function filled(command: string): string {
  return command.replace(/\{\{[a-z.-]+\}\}/g, "'x'");
}

function syntaxError(script: string): string | null {
  const run = spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' });
  return run.status === 0
    ? null
    : (run.stderr || String(run.error))
        .trim()
        .split('\n')[0]!
        .replace(/^bash: (line \d+: )?/, '');
}

function commandsOf(book: Book): Printed[] {
  const printed: Printed[] = [];
  for (const entry of book.incidents) {
    const { file } = entry;
    entry.front.fixes.forEach((fix, index) => {
      const line = entry.lineOf(['fixes', index, 'id']);
      for (const command of fix.commands)
        printed.push({ file, line, command: typeof command === 'string' ? command : command.run });
      for (const command of [...fix.saveFirst, fix.verify.command]) printed.push({ file, line, command });
    });
    for (const [name, text] of Object.entries(entry.files)) {
      if (name.endsWith('.sh'))
        printed.push({ file: file.replace('index.mdx', name), line: 1, command: text });
    }
  }
  for (const { file, check, lineOf } of book.checks) {
    if (check.command) printed.push({ file, line: lineOf(['command']), command: check.command });
  }
  return printed;
}
