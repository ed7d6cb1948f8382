import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { IncidentPage } from '@/components/incident/incident-page';
import { mdxComponents } from '@/components/incident/mdx-components';
import { theBook } from '@/lib/incident/once.server';
import { renderBody } from '@/lib/incident/render.server';

type Props = { params: Promise<{ slug: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  return theBook().incidents.map(({ id }) => ({ slug: id }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const entry = find((await params).slug);
  return { title: entry?.front.title, description: entry?.front.summary };
}

export default async function Incident({ params }: Props) {
  const book = theBook();
  const entry = find((await params).slug, book);
  if (!entry) notFound();
  const Body = await renderBody(entry.body);
  return <IncidentPage entry={entry} book={book} body={<Body components={mdxComponents(entry, book)} />} />;
}

function find(slug: string, book = theBook()) {
  return book.incidents.find(({ id }) => id === slug);
}
