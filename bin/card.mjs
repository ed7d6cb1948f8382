// Draws public/card.png, the picture of a link that is pasted into a chat. Run by hand when the drawing changes:
// node bin/card.mjs. The PNG is checked in: a build needs no browser.
import { chromium } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { launchOptions } from './chromium.mjs';

const OUT = 'public/card.png';
const MOST = 60 * 1024;

const LINES = [
  ['38', 'E0320 04:59:09 RunPodSandbox failed'],
  ['39', 'mkdir /sys/fs/cgroup/memory/kubepods/…'],
  ['40', 'no space left on device'],
];

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">
  <rect width="1200" height="630" fill="#111315"/>
  <text x="84" y="150" font-family="sans-serif" font-size="84" font-weight="700" letter-spacing="-2" fill="#e9e6df">Faultbook</text>
  <text x="86" y="214" font-family="sans-serif" font-size="33" fill="#a9aba9">Known incidents of Kubernetes and Linux,</text>
  <text x="86" y="258" font-family="sans-serif" font-size="33" fill="#a9aba9">why they happen, and what to do first.</text>
  <g transform="translate(84 322)">
    <rect width="1032" height="224" rx="14" fill="#181b1e" stroke="#2d3237" stroke-width="2"/>
    <rect x="1" y="82" width="1030" height="60" fill="#4b370f"/>
    <rect x="1" y="82" width="6" height="60" fill="#f3b55a"/>
    ${LINES.map(
      ([number, text], at) => `
    <text x="84" y="${58 + at * 63}" text-anchor="end" font-family="monospace" font-size="25" fill="#6b737b">${number}</text>
    <text x="112" y="${58 + at * 63}" font-family="monospace" font-size="25" fill="${at === 1 ? '#e9e6df' : '#a9aba9'}">${text}</text>`,
    ).join('')}
  </g>
</svg>`;

const browser = await chromium.launch(launchOptions());
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
await page.setContent(`<body style="margin:0">${svg}</body>`);
const picture = await page.screenshot();
await browser.close();

writeFileSync(OUT, picture);
console.log(`${OUT}: ${picture.length} bytes`);
if (picture.length > MOST) {
  console.error(`That is more than ${MOST} bytes; draw less.`);
  process.exitCode = 1;
}
