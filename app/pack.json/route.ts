import { thePack } from '@/lib/incident/once.server';
import { splitPack } from '@/lib/incident/pack-texts';

export const dynamic = 'force-static';

/** What the engine reckons with, as one static file; `texts.json` is the rest of the pack. */
export function GET() {
  return Response.json(splitPack(thePack()).core);
}
