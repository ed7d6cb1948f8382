/** Sees everything by which a page can reach a network, whoever starts it: the page, its workers, the service worker. */

import { expect, type BrowserContext, type Page, type Request } from '@playwright/test';

export interface Egress {
  /** What has happened since the last `forget`, each as a sentence; from the page's own memory does not count. */
  seen(): string[];
  forget(): void;
  /** Everything that carried the secret, ever; nothing takes this back. */
  carried: string[];
}

/** Roads that Playwright does not report as requests call this binding. */
const BINDING = 'reportEgress';

export async function watchEgress(context: BrowserContext, secret: string): Promise<Egress> {
  let seen: string[] = [];
  const carried: string[] = [];
  const note = (what: string, content = what) => {
    seen.push(what);
    if (disguises(secret).some((form) => content.toLowerCase().includes(form))) carried.push(what);
  };
  const look = (page: Page) => {
    page.on('websocket', (socket) => {
      note(`WebSocket ${socket.url()}`);
      socket.on('framesent', ({ payload }) => note(`WebSocket frame to ${socket.url()}`, String(payload)));
    });
  };
  context.pages().forEach(look);
  context.on('page', look);
  context.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url())) note(sentence(request), everything(request));
  });
  await context.exposeBinding(BINDING, (_, what: string) => note(what));
  await context.addInitScript(stubRoads, BINDING);
  return { seen: () => seen, forget: () => void (seen = []), carried };
}

function sentence(request: Request): string {
  return `${request.isNavigationRequest() ? 'navigation' : request.resourceType()} ${request.method()} ${request.url()}`;
}

function everything(request: Request): string {
  const body = request.postDataBuffer()?.toString('utf8') ?? '';
  return [request.url(), decode(request.url()), JSON.stringify(request.headers()), body, decode(body)].join(
    '\n',
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** Forms of the secret: plain, reversed, hexadecimal, and base64 at each of its three alignments. Lower case. */
export function disguises(secret: string): string[] {
  const base64 = [0, 1, 2].map((pad) =>
    Buffer.from(' '.repeat(pad) + secret)
      .toString('base64')
      .slice(pad === 0 ? 0 : 4, -4),
  );
  return [secret, [...secret].reverse().join(''), Buffer.from(secret).toString('hex'), ...base64].map(
    (form) => form.toLowerCase(),
  );
}

/** Runs in the page: WebRTC, hints to connect, windows, and whatever the policy had to stop. */
function stubRoads(binding: string): void {
  const report = (what: string) =>
    void (window as unknown as Record<string, (what: string) => void>)[binding]?.(what);
  class NoPeer {
    constructor(settings: unknown) {
      report(`RTCPeerConnection ${JSON.stringify(settings)}`);
      throw new Error('not in this test');
    }
  }
  Object.assign(window, { RTCPeerConnection: NoPeer, webkitRTCPeerConnection: NoPeer });
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    report(`stopped by the policy: ${effectiveDirective} ${blockedURI}`),
  );
  new MutationObserver((changes) => {
    if (document.readyState !== 'complete') return;
    for (const node of changes.flatMap((change) => [...change.addedNodes])) {
      if (node instanceof HTMLLinkElement) report(`hint ${node.rel} ${node.href}`);
    }
  }).observe(document, { childList: true, subtree: true });
}

/** The site is loaded and kept, and nobody is busy: from here on every request has a cause. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker?.ready));
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(300);
}

/** Addresses that a person may open: pages of the book, by slug. */
export const SLUG =
  /^\/(|a\/|map\/|quality\/|(incidents|checks|a)\/([a-z0-9-]+\/)?)(\?rev=\d+)?(#[a-z0-9-]*)?$/i;

export function expectSlugOnly(address: string, base: string): void {
  const url = new URL(address);
  expect(url.origin, address).toBe(new URL(base).origin);
  expect(`${url.pathname}${url.search}${url.hash}`, address).toMatch(SLUG);
}
