/** Ways in which a build could give a paste away. Each is put into the served site, and must be seen. */

export interface Leak {
  name: string;
  /** The file that it is put into: the page's scripts, or the engine's worker. */
  into: 'page' | 'worker';
  /** What runs when `text`, the paste, has arrived. `host` is the address of the site. */
  code: string;
  /** Whether what it sends holds some of the paste. */
  carries: boolean;
}

const hint = (rel: string, href: string) =>
  `document.head.append(Object.assign(document.createElement('link'), { rel: '${rel}', href: '${href}' }))`;

const page = (name: string, code: string, carries = false): Leak => ({ name, into: 'page', code, carries });

const worker = (name: string, code: string, carries = false): Leak => ({
  name,
  into: 'worker',
  code,
  carries,
});

export const LEAKS: readonly Leak[] = [
  page('a fetch of the same host', 'fetch(`/x?${encodeURIComponent(text)}`)', true),
  page('a fetch without any of it', "fetch('/incidents/sync-hang-on-container-stop/')"),
  page(
    'a post in base64',
    "fetch('/x', { method: 'POST', body: btoa(unescape(encodeURIComponent(text))) })",
    true,
  ),
  page('a beacon', "navigator.sendBeacon('/x', text)", true),
  page('an image', 'new Image().src = `/x.png?${encodeURIComponent(text)}`', true),
  page('an image elsewhere', "new Image().src = 'https://faultbook.example/x.png'"),
  page('a prefetch', hint('prefetch', '/incidents/sync-hang-on-container-stop/')),
  page('a name looked up', hint('dns-prefetch', 'https://hunter2.faultbook.example')),
  page('a socket', 'new WebSocket(`ws://${location.host}/x`)'),
  page('WebRTC', "new RTCPeerConnection({ iceServers: [{ urls: 'stun:x.example' }] })"),
  page('a window', 'open(`/x?${encodeURIComponent(text.slice(0, 99))}`)', true),
  worker('a fetch by the engine', 'fetch(`${host}/x?${encodeURIComponent(text.slice(0, 9000))}`)', true),
  worker('a socket of the engine', "new WebSocket(host.replace('http', 'ws') + '/x')"),
];

/** The file with the leak behind its own code. */
export function withLeak({ into, code }: Leak, body: Buffer, host: string): string {
  const guarded = `try { ${code} } catch {}`;
  return into === 'page'
    ? `${body.toString()}\n;document.addEventListener('paste', (event) => { const text = event.clipboardData.getData('text/plain'); ${guarded} }, true);`
    : `${body.toString()}\n;self.addEventListener('message', (event) => { const text = JSON.stringify(event.data); const host = '${host}'; if (event.data.type === 'triage') { ${guarded} } });`;
}
