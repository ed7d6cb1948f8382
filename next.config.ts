import type { NextConfig } from 'next';

/** Base path of the site on its host, such as `/faultbook`; empty at the root. A build variable. */
const basePath = (process.env.FAULTBOOK_BASE_PATH ?? '').replace(/\/+$/, '');

const config: NextConfig = {
  output: 'export',
  trailingSlash: true,
  basePath,
  // Where an export goes when not to `out`.
  ...(process.env.FAULTBOOK_OUT ? { distDir: process.env.FAULTBOOK_OUT } : {}),
  // Components that also live outside Next (the one-file build) read the same variable.
  env: { FAULTBOOK_BASE_PATH: basePath, FAULTBOOK_SITE: process.env.FAULTBOOK_SITE ?? '' },
  images: { unoptimized: true },
  // esbuild carries a native binary and mdx-bundler loads ESM from CommonJS: neither survives bundling.
  serverExternalPackages: ['mdx-bundler', 'esbuild'],
  // `npm run check` checks all types, tests included; doing it again here costs every build ten seconds.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
};

export default config;
