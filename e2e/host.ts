/** A host of its own for a test: the built site, changed where the test wants it, and a log of what was asked. */

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

export interface Host {
  url: string;
  /** Method, address, headers and body of every request that arrived, oldest first. */
  asked: string[];
  close(): void;
}

/** `change` gets the address of a file and its content; what it returns is served. */
export async function serveSite(change: (name: string, body: Buffer) => Buffer | string): Promise<Host> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push(
        `${request.method} ${request.url} ${JSON.stringify(request.headers)} ${Buffer.concat(chunks).toString()}`,
      );
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
      try {
        const body = change(name, readFileSync(path.join('out', path.normalize(name))));
        response.writeHead(200, { 'content-type': TYPES[path.extname(name)] ?? 'text/plain' }).end(body);
      } catch {
        response.writeHead(404).end();
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
