import { thePack } from '@/lib/incident/once.server';
import { splitPack } from '@/lib/incident/pack-texts';

export const dynamic = 'force-static';

/** What the book says to people; `pack.json` is what the engine reckons with. */
export function GET() {
  return Response.json(splitPack(thePack()).texts);
}
