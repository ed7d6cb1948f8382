// `npm test`: everything that a reviewer would run, in the order of speed. Ends with "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const REPORTS = 'test-results/reports';
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

/** Each stage counts what it ran: a number of tests, or itself. */
const STAGES = [
  { name: 'check', command: ['node', 'bin/check.mjs'] },
  {
    name: 'unit',
    command: [
      'npx',
      '--no-install',
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${REPORTS}/unit.json`,
    ],
    count: vitest,
  },
  { name: 'build below a path', command: ['npm', 'run', '--silent', 'build:below'] },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'chromium', command: ['node', 'bin/chromium.mjs'] },
  {
    name: 'e2e',
    command: ['npx', '--no-install', 'playwright', 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: `${REPORTS}/e2e.json` },
    count: playwright,
  },
];

function vitest() {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    readFileSync(`${REPORTS}/unit.json`, 'utf8'),
  );
  return { passed: numPassedTests, failed: numFailedTests + numPendingTests };
}

function playwright() {
  const { expected, unexpected, flaky, skipped } = JSON.parse(
    readFileSync(`${REPORTS}/e2e.json`, 'utf8'),
  ).stats;
  return { passed: expected, failed: unexpected + flaky + skipped };
}

let passed = 0;
let failed = 0;
for (const { name, command, env, count } of STAGES) {
  console.log(`\n━━ ${name}`);
  const started = process.hrtime.bigint();
  const [file, ...args] = command;
  const ok = spawnSync(file, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
  let result = { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  try {
    if (count) result = count();
  } catch {
    // The stage died before it could write its report.
  }
  if (!ok && result.failed === 0) result.failed = 1;
  passed += result.passed;
  failed += result.failed;
  console.log(
    `━━ ${name}: ${result.passed} passed, ${result.failed} failed, ${Number((process.hrtime.bigint() - started) / 1_000_000_000n)} s`,
  );
  // Without a site there is nothing to drive.
  if (!ok && (name.startsWith('build') || name === 'chromium')) break;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
