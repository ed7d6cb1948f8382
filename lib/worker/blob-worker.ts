/**
 * A worker that starts from memory. Ending one at its time limit and starting the next asks nothing of the
 * network, it works on `file://`, and such a worker inherits the page's content security policy, which a
 * worker with an address of its own does not (https://www.w3.org/TR/CSP3/, 2.2.2 and 4.2.2).
 */
export function spawnFrom(source: string): () => Worker {
  // Never revoked: the next worker may be needed as long as the page lives.
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  return () => new Worker(address);
}
