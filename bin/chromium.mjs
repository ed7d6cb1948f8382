// Finds a Chromium for the tests: CHROMIUM_PATH, the system's, Playwright's own. `node bin/chromium.mjs`
// installs one from the system's packages where it may, or says the one command that does.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a Chromium on this machine; undefined where only Playwright's own could serve. */
export function systemChromium() {
  return PLACES.find((place) => place && existsSync(place));
}

/** How every tool of this repository starts it. Chromium refuses its sandbox to root, which is who runs in most containers. */
export function launchOptions() {
  const executablePath = systemChromium();
  return {
    ...(executablePath ? { executablePath } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  };
}

async function playwrightHasOne() {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath());
}

function installFromPackages() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || spawnSync('apt-get', ['--version']).status !== 0) return false;
  console.log('No Chromium found; installing the system package chromium.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  return (
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: 'inherit',
      env,
    }).status === 0
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!systemChromium() && !(await playwrightHasOne()) && !installFromPackages()) {
    console.error('No Chromium found. Install one:  npx playwright install --with-deps chromium');
    process.exit(1);
  }
}
