/** Early and once: what is loaded before a paste need not be asked for after it. Returns the way to call it off. */
export function whenIdle(load: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(load, 300);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(load, { timeout: 300 });
  return () => cancelIdleCallback(handle);
}
