import { theBook } from '@/lib/incident/once.server';
import { documentsOf } from '@/lib/search/documents';

export const dynamic = 'force-static';

/** What search knows of each incident; the browser builds its index from it. */
export function GET() {
  const { incidents, checks } = theBook();
  return Response.json(documentsOf(incidents, checks));
}
