import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CheckPage } from '@/components/incident/check-page';
import { card } from '@/lib/export/card';
import { theBook } from '@/lib/incident/once.server';

type Props = { params: Promise<{ id: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  return theBook().checks.map(({ id }) => ({ id }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const check = theBook().checks.find((entry) => entry.id === id)?.check;
  if (!check) return {};
  return card(check.ask, check.outcomes.map(({ label }) => label).join(' · '), `/checks/${id}/`);
}

export default async function Check({ params }: Props) {
  const { id } = await params;
  const book = theBook();
  const entry = book.checks.find((each) => each.id === id);
  if (!entry) notFound();
  return <CheckPage entry={entry} book={book} />;
}
