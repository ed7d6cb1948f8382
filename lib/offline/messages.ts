/** The one thing a page says to its service worker: a person wants the version that waits. */
export const USE_IT = 'faultbook:use-it';
