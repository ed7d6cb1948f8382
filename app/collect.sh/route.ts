import { collectScript } from '@/lib/collect/script';
import { buildPack } from '@/lib/incident/build.server';

export const dynamic = 'force-static';

/** One screen of sh for a machine without a browser. */
export function GET() {
  return new Response(collectScript(buildPack()), { headers: { 'content-type': 'text/x-shellscript' } });
}
