#!/usr/bin/env node
/**
 * Serves `out/` over http. `--build` builds it first when it is not there. PORT is honoured; FAULTBOOK_BASE_PATH
 * mounts it, FAULTBOOK_OUT names another build.
 */

import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';
import { SECURITY_HEADERS } from './headers.mjs';
import { OUT as BUILT } from './out.mjs';

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const OUT = path.join(ROOT, BUILT);
const BASE = (process.env.FAULTBOOK_BASE_PATH ?? '').replace(/\/+$/, '');
const PORT = Number(process.env.PORT ?? 3000);

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.sh': 'text/x-shellscript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** What a request gets: a file, or the way to the address with its slash. Never anything outside `out/`. */
export function resolve(url, out = OUT, base = BASE) {
  let pathname;
  let search;
  try {
    ({ pathname, search } = new URL(url, 'http://localhost'));
    pathname = decodeURIComponent(pathname);
  } catch {
    return { status: 400 };
  }
  if (pathname.includes('\0')) return { status: 400 };
  if (base && pathname === base) return { status: 308, location: `${base}/${search}` };
  if (base && !pathname.startsWith(`${base}/`)) return notFound(out);
  const file = path.join(out, path.normalize(pathname.slice(base.length)));
  if (file !== out && !file.startsWith(out + path.sep)) return notFound(out);
  if (isFile(file)) return { status: 200, file };
  const index = path.join(file, 'index.html');
  if (!isFile(index)) return notFound(out);
  // Two slashes in front would send the browser to another host.
  return pathname.endsWith('/')
    ? { status: 200, file: index }
    : { status: 308, location: `${encodeURI(pathname.replace(/^[/\\]+/, '/'))}/${search}` };
}

function notFound(out) {
  return { status: 404, file: path.join(out, '404.html') };
}

function isFile(file) {
  return existsSync(file) && statSync(file).isFile();
}

function isText(type) {
  return /^text\/|json|xml|manifest/.test(type);
}

/** The site of `npm start`, for a build and a path of one's own. */
export function siteServer(out = OUT, base = BASE) {
  return createServer((request, response) => respond(request, response, out, base));
}

function respond(request, response, out, base) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const { status, file, location } = resolve(request.url ?? '/', out, base);
  if (location) {
    response.writeHead(status, { location }).end();
    return;
  }
  if (!file || !isFile(file)) {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found.\n');
    return;
  }
  const hashed = file.includes(`${path.sep}_next${path.sep}static${path.sep}`);
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  const packed = isText(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  response.writeHead(status, {
    'content-type': type,
    ...(packed ? { 'content-encoding': 'gzip' } : { 'content-length': statSync(file).size }),
    ...(isText(type) ? { vary: 'accept-encoding' } : {}),
    'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...SECURITY_HEADERS,
  });
  if (request.method === 'HEAD') response.end();
  else if (packed) createReadStream(file).pipe(createGzip()).pipe(response);
  else createReadStream(file).pipe(response);
}

function main() {
  const fault = faultOf();
  if (fault) {
    if (!process.argv.includes('--build')) stop(`${fault} Build it first: npm run build`);
    const built = spawnSync('npm', ['run', 'build'], {
      cwd: ROOT,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (built.status !== 0) stop('The build failed; its message stands above.');
  }
  const server = siteServer();
  server.on('error', (error) =>
    stop(
      error.code === 'EADDRINUSE'
        ? `Port ${PORT} is taken. Choose another: PORT=3001 npm start`
        : String(error),
    ),
  );
  server.listen(PORT, () => console.log(`Faultbook: http://localhost:${PORT}${BASE}/`));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
}

/** Why the site cannot be served as it stands: it is not there, or its addresses begin with another path. */
function faultOf() {
  const index = path.join(OUT, 'index.html');
  if (!existsSync(index)) return `There is no ${BUILT}/.`;
  if (readFileSync(index, 'utf8').includes(`src="${BASE}/_next/`)) return null;
  return `${BUILT}/ was built for another path than ${BASE || 'the root of the host'} (FAULTBOOK_BASE_PATH).`;
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) main();
