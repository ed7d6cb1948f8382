// `npm run check` runs every gate; `npm run check -- SLUG…` only the content check of these incidents.
import { spawnSync } from 'node:child_process';

const slugs = process.argv.slice(2);
const gates = slugs.length
  ? [['tsx', 'lib/cli/check.ts', ...slugs]]
  : [
      ['tsc', '--noEmit'],
      ['eslint', '.', '--max-warnings', '0'],
      ['prettier', '--check', '.', '--log-level', 'warn'],
      ['tsx', 'lib/cli/check.ts'],
    ];
for (const [command, ...args] of gates) {
  console.log(`· ${command} ${args.join(' ')}`);
  const { status } = spawnSync('npx', ['--no-install', command, ...args], { stdio: 'inherit' });
  if (status !== 0) {
    console.error(
      `\n${command} failed. ${command === 'prettier' || command === 'eslint' ? 'npm run fix mends most of it.' : ''}`,
    );
    process.exit(status ?? 1);
  }
}
