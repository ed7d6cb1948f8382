/** Time for the page itself to be used before anything else is asked for. */
const AFTER_LOAD_MS = 200;

/**
 * Once the page has loaded and has nothing to do. What is loaded here, before a paste, need not be asked for
 * after it. Returns the way to call it off.
 */
export function whenIdle(load: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const idle = () =>
    typeof requestIdleCallback === 'function' ? requestIdleCallback(load, { timeout: 300 }) : load();
  const start = () => {
    timer = setTimeout(idle, AFTER_LOAD_MS);
  };
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
  return () => {
    removeEventListener('load', start);
    clearTimeout(timer);
  };
}
