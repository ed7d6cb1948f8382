/** Sees everything by which a page can reach a network, whoever starts it: the page, its workers, the service worker. */

import type { BrowserContext, Page, Request } from '@playwright/test';
import type { Host } from './host';

export interface Egress {
  /** What has happened since the last `forget`, each as a sentence. What stays in the page's memory does not count. */
  seen(): string[];
  forget(): void;
  /** Everything that carried the secret, ever; nothing takes this back. */
  carried(): string[];
}

/** Roads that are not reported as requests call this binding. */
const BINDING = 'reportEgress';

/** Two witnesses: the browser says what it sends to anybody, the host what arrived. */
export async function watchEgress(context: BrowserContext, host: Host, secret: string): Promise<Egress> {
  let told: string[] = [];
  let arrived = host.asked.length;
  const contents: string[] = [];
  const note = (what: string, content = what) => {
    told.push(what);
    contents.push(content);
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
  return {
    // The browser asks by itself, after a visit, for the icon and whether there is a newer service worker.
    seen: () =>
      [...told, ...host.asked.slice(arrived).map((each) => `arrived: ${each.split(' {')[0]}`)].filter(
        (what) => !/ GET \S*\/(?:sw\.js|icon\.svg(?:\?[\w.]*)?)$/.test(what),
      ),
    forget: () => {
      told = [];
      arrived = host.asked.length;
    },
    carried: () =>
      [...contents, ...host.asked].filter((content) =>
        disguises(secret).some((form) => `${content}\n${decode(content)}`.toLowerCase().includes(form)),
      ),
  };
}

function sentence(request: Request): string {
  return `${request.isNavigationRequest() ? 'navigation' : request.resourceType()} ${request.method()} ${request.url()}`;
}

function everything(request: Request): string {
  const body = request.postDataBuffer()?.toString('utf8') ?? '';
  return [request.url(), JSON.stringify(request.headers()), body].join('\n');
}

/** With `%41` read as `A`; what is no such code stays as it is. */
function decode(text: string): string {
  return text
    .replaceAll('+', ' ')
    .replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** Forms of the secret: plain, reversed, hexadecimal, and base64 at each of its three alignments. Lower case. */
function disguises(secret: string): string[] {
  const base64 = [0, 1, 2].map((pad) =>
    Buffer.from(' '.repeat(pad) + secret)
      .toString('base64')
      .slice(pad === 0 ? 0 : 4, -4),
  );
  return [secret, [...secret].reverse().join(''), Buffer.from(secret).toString('hex'), ...base64].map(
    (form) => form.toLowerCase(),
  );
}

/** Runs in the page: WebRTC, hints to connect, and whatever the policy had to stop. */
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
