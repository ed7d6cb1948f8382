import { Browse } from '@/components/incident/browse';
import { listedOf, symptomGroups } from '@/components/incident/listed';
import { Page } from '@/components/ui/page';
import { card } from '@/lib/export/card';
import { theBook } from '@/lib/incident/once.server';

const LEAD = 'Every known problem in the book. Each address is permanent: a postmortem can cite it.';

export const metadata = card('Incidents', LEAD, '/incidents/');

export default function IncidentsPage() {
  const book = theBook();
  const incidents = listedOf(book);
  return (
    <Page title="Incidents" lead={LEAD}>
      <Browse incidents={incidents} symptoms={symptomGroups(book.checks, incidents)} />
    </Page>
  );
}
