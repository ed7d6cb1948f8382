import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AlertPage } from '@/components/alert/alert-page';
import { alertTable } from '@/lib/export/book';
import { card } from '@/lib/export/card';
import { theBook } from '@/lib/incident/once.server';

type Props = { params: Promise<{ name: string }> };

export const dynamicParams = false;

/** Exact, and in lower case: the mixins of Prometheus write both. */
export function generateStaticParams() {
  const names = [...alertTable(theBook()).keys()].flatMap((alert) => [alert, alert.toLowerCase()]);
  return [...new Set(names)].map((name) => ({ name }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = find((await params).name);
  if (!found) return {};
  const titles = found[1].map(({ front }) => front.title).join('; ');
  return card(found[0], `What sets off ${found[0]}: ${titles}.`, `/a/${found[0]}/`);
}

export default async function Alert({ params }: Props) {
  const found = find((await params).name);
  if (!found) notFound();
  return <AlertPage alert={found[0]} incidents={found[1]} />;
}

function find(name: string) {
  return [...alertTable(theBook())].find(([alert]) => alert.toLowerCase() === name.toLowerCase());
}
