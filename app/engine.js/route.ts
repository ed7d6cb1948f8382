import { engineSource } from '@/lib/worker/bundle.server';

export const dynamic = 'force-static';

/** The engine's worker: fetched once as text, started from memory as often as need be. */
export function GET() {
  return new Response(engineSource(), { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
}
