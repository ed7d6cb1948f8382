// The headers of bin/headers.mjs in the forms that the usual static hosts read. `node bin/host-files.mjs --write`
// renews deploy/; without it, copies deploy/_headers into the export, where Netlify and Cloudflare Pages look.
import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SECURITY_HEADERS } from './headers.mjs';
import { OUT } from './out.mjs';

const IMMUTABLE = 'public, max-age=31536000, immutable';
const NOTE = 'Made from bin/headers.mjs: node bin/host-files.mjs --write';

/** Netlify and Cloudflare Pages. */
export function headersFile(headers = SECURITY_HEADERS) {
  const rows = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
  return [`# ${NOTE}`, '/*', ...rows, '/_next/static/*', `  cache-control: ${IMMUTABLE}`, ''].join('\n');
}

/** A server block; static files only. `add_header` is not inherited by a block that has its own, so there is one. */
export function nginxConf(headers = SECURITY_HEADERS) {
  const rows = Object.entries(headers).map(([name, value]) => `  add_header ${name} "${value}" always;`);
  return `# ${NOTE}
map $uri $faultbook_cache {
  ~/_next/static/ "${IMMUTABLE}";
  default "no-cache";
}

server {
  listen 8080;
  root /usr/share/nginx/html;
  index index.html;
  charset utf-8;
  absolute_redirect off;
  server_tokens off;
  error_page 404 /404.html;
  gzip on;
  gzip_types text/css text/javascript text/plain application/javascript application/json image/svg+xml;

  add_header cache-control $faultbook_cache always;
${rows.join('\n')}

  location / {
    try_files $uri $uri/ =404;
  }
}
`;
}

if (process.argv[1]?.endsWith('host-files.mjs')) {
  if (process.argv.includes('--write')) {
    writeFileSync('deploy/_headers', headersFile());
    writeFileSync('deploy/nginx.conf', nginxConf());
  } else {
    copyFileSync('deploy/_headers', path.join(OUT, '_headers'));
  }
}
