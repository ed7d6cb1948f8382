import { theBook } from '@/lib/incident/once.server';
import { samplesOf } from '@/lib/incident/samples';

export const dynamic = 'force-static';

/** One paste per incident, loaded with the pack: picking a sample later asks nobody for anything. */
export function GET() {
  return Response.json(samplesOf(theBook()));
}
