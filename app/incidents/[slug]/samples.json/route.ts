import { theBook } from '@/lib/incident/once.server';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return theBook().incidents.map(({ id }) => ({ slug: id }));
}

/** The pastes of one incident, asked for when somebody tries them. */
export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const samples = theBook().incidents.find(({ id }) => id === slug)?.samples ?? [];
  return Response.json(Object.fromEntries(samples.map(({ name, text }) => [name, text])));
}
