import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inlineScripts, policyOf, withPolicy } from './csp.mjs';
import { headersFile, nginxConf } from './host-files.mjs';
import { keptFile, mayKeep } from '../lib/offline/manifest';

const PAGE =
  '<html><head><meta charSet="utf-8"/><script>one()</script></head><body><script src="/a.js"></script><script>two()</script></body></html>';

test('every inline script is allowed by its hash and nothing else is', () => {
  expect(inlineScripts(PAGE)).toEqual(['one()', 'two()']);
  const policy = policyOf(PAGE);
  expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/=]{44}' 'sha256-[\w+/=]{44}'/);
  expect(policy.replace(/style-src[^;]*/, '')).not.toMatch(/unsafe|\*|https?:|data: 'self'/);
  for (const rule of ["default-src 'none'", "connect-src 'self'", "form-action 'none'", "base-uri 'none'"])
    expect(policy.split('; ')).toContain(rule);
});

test('the policy stands behind the charset, once, however often it is written', () => {
  const once = withPolicy(PAGE);
  expect(once).toMatch(/^<html><head><meta charSet="utf-8"\/><meta http-equiv="Content-Security-Policy"/);
  expect(withPolicy(once)).toBe(once);
});

test('a page that the policy cannot allow stops the build', () => {
  expect(() => withPolicy(PAGE.replace('<body>', '<body onload="x()">'))).toThrow('inline event handler');
  expect(() => withPolicy('<html><head></head></html>')).toThrow('charset');
});

test('the ready files say what the header table says', () => {
  expect(readFileSync('deploy/_headers', 'utf8')).toBe(headersFile());
  expect(readFileSync('deploy/nginx.conf', 'utf8')).toBe(nginxConf());
});

test('the service worker keeps pages, scripts and the book, by their hash', () => {
  expect(keptFile('index.html', 'h')?.url).toBe('./');
  expect(keptFile('incidents/a/index.html', 'h')).toMatchObject({ url: 'incidents/a/', revision: 'h' });
  expect(keptFile('_next/static/chunks/a.js', 'h')).toMatchObject({ revision: null, integrity: 'sha256-h' });
  expect(keptFile('pack.json', 'h')?.url).toBe('pack.json');
  for (const path of ['sw.js', '404.html', 'incidents/a/index.txt', 'alerts.json', '_headers', 'feed.xml'])
    expect(keptFile(path, 'h'), path).toBeNull();
});

test('neither a redirect nor an error nor a foreign answer is kept', () => {
  const good = { status: 200, redirected: false, type: 'basic' };
  expect(mayKeep(good)).toBe(true);
  for (const bad of [
    { redirected: true },
    { status: 206 },
    { status: 302 },
    { status: 500 },
    { type: 'opaque' },
  ])
    expect(mayKeep({ ...good, ...bad }), JSON.stringify(bad)).toBe(false);
});
