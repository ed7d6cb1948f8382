// `npm run screenshots`: the pictures of the README, from the production build, as small as they can be read.
import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { launchOptions } from './chromium.mjs';

const OUT = 'docs/screenshots';
const PORT = 4175;
const COLOURS = 32;
const MOST = 100 * 1024;

const PASTE = readFileSync('content/incidents/sync-hang-on-container-stop/hit-shim-and-sync.txt', 'utf8');
const WIDE = { width: 1280, height: 800 };

/** Each shows something that the others do not. */
const PICTURES = [
  { name: 'greeting-light', colorScheme: 'light', viewport: WIDE },
  { name: 'answer-dark', colorScheme: 'dark', viewport: WIDE, paste: PASTE },
  {
    name: 'answer-phone',
    colorScheme: 'light',
    viewport: { width: 390, height: 844 },
    paste: PASTE,
    phone: true,
  },
];

const server = spawn(process.execPath, ['bin/serve.mjs'], { env: { ...process.env, PORT: String(PORT) } });
const browser = await chromium.launch(launchOptions());
try {
  await once(server.stdout, 'data');
  mkdirSync(OUT, { recursive: true });
  for (const picture of PICTURES) {
    const file = `${OUT}/${picture.name}.png`;
    const small = await sharp(await take(picture))
      .png({ palette: true, colours: COLOURS, effort: 10 })
      .toBuffer();
    writeFileSync(file, small);
    console.log(`${file}: ${small.length} bytes`);
    if (small.length > MOST) throw new Error(`${file} has more than ${MOST} bytes: show less`);
  }
} finally {
  await browser.close();
  server.kill();
}

async function take({ colorScheme, viewport, paste, phone = false }) {
  const context = await browser.newContext({
    colorScheme,
    viewport,
    isMobile: phone,
    hasTouch: phone,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.goto(`http://localhost:${PORT}/`);
  await page.getByRole('region', { name: 'Or try a sample' }).getByRole('button').first().waitFor();
  await page.waitForLoadState('networkidle');
  if (paste) {
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.activeElement.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, paste);
    await page.getByRole('article', { name: /^Do first/ }).waitFor();
    await page.getByRole('region', { name: 'Your paste, with evidence' }).waitFor();
  }
  const shot = await page.screenshot();
  await context.close();
  return shot;
}

/** The server says when it listens. */
function once(stream, event) {
  return new Promise((settled) => stream.once(event, settled));
}
