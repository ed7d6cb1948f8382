import type { Metadata } from 'next';
import { IncidentList } from '@/components/incident/incident-list';
import { Page } from '@/components/ui/page';
import { theBook } from '@/lib/incident/once.server';

export const metadata: Metadata = { title: 'Incidents' };

export default function IncidentsPage() {
  const { incidents } = theBook();
  return (
    <Page
      title="Incidents"
      lead="Every known problem in the book. Each address is permanent: a postmortem can cite it."
    >
      <IncidentList incidents={incidents} />
    </Page>
  );
}
