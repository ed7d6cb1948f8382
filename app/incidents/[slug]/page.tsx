import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { IncidentPage } from '@/components/incident/incident-page';
import { mdxComponents } from '@/components/incident/mdx-components';
import { Moved } from '@/components/incident/moved';
import { dayOfBook } from '@/lib/incident/age';
import { incidentCard } from '@/lib/export/card';
import { theBook, thePack } from '@/lib/incident/once.server';
import { renderBody } from '@/lib/incident/render.server';

type Props = { params: Promise<{ slug: string }> };

export const dynamicParams = false;

/** Present and former names. */
export function generateStaticParams() {
  const slugs = theBook().incidents.flatMap(({ id, front }) => [id, ...front.formerly]);
  return [...new Set(slugs)].map((slug) => ({ slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const entry = find((await params).slug);
  return entry ? incidentCard(entry) : {};
}

export default async function Incident({ params }: Props) {
  const { slug } = await params;
  const book = theBook();
  const entry = find(slug);
  if (!entry) notFound();
  if (entry.id !== slug) return <Moved to={`/incidents/${entry.id}/`} title={entry.front.title} />;
  const Body = await renderBody(entry.body);
  return (
    <IncidentPage
      entry={entry}
      book={book}
      body={<Body components={mdxComponents(entry, book)} />}
      release={thePack().release}
      today={dayOfBook(book.incidents, process.env.FAULTBOOK_DATE)}
    />
  );
}

/** By its name, else by a former one. */
function find(slug: string, { incidents } = theBook()) {
  return (
    incidents.find(({ id }) => id === slug) ?? incidents.find(({ front }) => front.formerly.includes(slug))
  );
}
