/** A host of its own for a test: the built site, of which a newer version can be published. */

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export async function serveTwoVersions(): Promise<{ url: string; publish(): void; close(): void }> {
  let newer = false;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    try {
      const body = readFileSync(path.join('out', path.normalize(name)));
      response.writeHead(200, { 'content-type': TYPES[path.extname(name)] ?? 'text/plain' });
      response.end(newer && name === '/sw.js' ? `${body.toString()}\n// newer` : body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    publish: () => (newer = true),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
