/** The service worker: after one visit, every page works without a network. Bundled by bin/build-sw.mjs. */

import { setCacheNameDetails } from 'workbox-core';
import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { mayKeep, type Kept } from './manifest';
import { USE_IT } from './messages';

/** Filled in by the build. */
declare const KEPT_FILES: Kept[];
declare const self: {
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', take: (event: { data: unknown }) => void): void;
};

setCacheNameDetails({ prefix: 'faultbook', suffix: '' });
addPlugins([{ cacheWillUpdate: async ({ response }) => (mayKeep(response) ? response : null) }]);
cleanupOutdatedCaches();
precacheAndRoute(KEPT_FILES, {
  ignoreURLParametersMatching: [/./],
  urlManipulation: ({ url }) => (url.pathname.endsWith('/') ? [] : [new URL(`${url.pathname}/`, url)]),
});

// A new version waits until the old pages are closed, or until a person asks for it.
self.addEventListener('message', ({ data }) => {
  if (data === USE_IT) void self.skipWaiting();
});
