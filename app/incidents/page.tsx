import type { Metadata } from 'next';
import { Browse } from '@/components/incident/browse';
import { listedOf, symptomGroups } from '@/components/incident/listed';
import { Page } from '@/components/ui/page';
import { theBook } from '@/lib/incident/once.server';

export const metadata: Metadata = { title: 'Incidents', alternates: { canonical: '/incidents/' } };

export default function IncidentsPage() {
  const book = theBook();
  const incidents = listedOf(book);
  return (
    <Page
      title="Incidents"
      lead="Every known problem in the book. Each address is permanent: a postmortem can cite it."
    >
      <Browse incidents={incidents} symptoms={symptomGroups(book.checks, incidents)} />
    </Page>
  );
}
