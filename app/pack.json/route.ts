import { thePack } from '@/lib/incident/once.server';

export const dynamic = 'force-static';

/** What the engine eats, as one static file. */
export function GET() {
  return Response.json(thePack());
}
