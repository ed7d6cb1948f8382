// After the export: a strict policy in every page. Inline scripts are allowed by their hashes and nothing else;
// connections go to the page's own host only. Fails when a page would need more.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OUT } from './out.mjs';

/** Everything but the script hashes. Inline styles are attributes of drawings; a style cannot send anything out. */
const POLICY = [
  ['default-src', "'none'"],
  ['style-src', "'self' 'unsafe-inline'"],
  ['img-src', "'self' data:"],
  ['font-src', "'self'"],
  ['connect-src', "'self'"],
  // blob: the engine's worker starts from memory and inherits this policy; 'self': the service worker.
  ['worker-src', "'self' blob:"],
  ['manifest-src', "'self'"],
  ['base-uri', "'none'"],
  ['form-action', "'none'"],
];

/** Inline scripts of a page, as the browser hashes them: the text between the tags. */
export function inlineScripts(html) {
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi)].map(([, text]) => text);
}

export function policyOf(html) {
  const hashes = inlineScripts(html).map(
    (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  const scripts = ['script-src', ["'self'", ...new Set(hashes)].join(' ')];
  return [...POLICY.slice(0, 1), scripts, ...POLICY.slice(1)].map((rule) => rule.join(' ')).join('; ');
}

/** The page with its policy right behind its charset, which must stand in the first 1,024 bytes. */
export function withPolicy(html) {
  const bare = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  if (/\son[a-z]+="/i.test(bare.replace(/<(pre|code|script)[\s\S]*?<\/\1>/gi, '')))
    throw new Error('an inline event handler');
  const charset = /<head><meta charset="utf-8"\s*\/?>/i;
  if (!charset.test(bare)) throw new Error('no charset at the beginning of its head');
  return bare.replace(
    charset,
    (start) => `${start}<meta http-equiv="Content-Security-Policy" content="${policyOf(bare)}">`,
  );
}

function pages(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    const full = path.join(folder, item.name);
    if (item.isDirectory()) return pages(full);
    return item.name.endsWith('.html') ? [full] : [];
  });
}

if (process.argv[1]?.endsWith('csp.mjs')) {
  const all = pages(OUT);
  for (const page of all) {
    try {
      writeFileSync(page, withPolicy(readFileSync(page, 'utf8')));
    } catch (error) {
      console.error(`${page}: ${error.message}; the policy cannot allow it`);
      process.exit(1);
    }
  }
  console.log(`Content security policy in ${all.length} pages.`);
}
