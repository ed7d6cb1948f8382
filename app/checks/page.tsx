import { CheckList } from '@/components/incident/check-list';
import { Page } from '@/components/ui/page';
import { card } from '@/lib/export/card';
import { theBook } from '@/lib/incident/once.server';

const LEAD = 'What to look at or run, and how to read it. Incidents share these.';

export const metadata = card('Checks', LEAD, '/checks/');

export default function ChecksPage() {
  const { checks, incidents } = theBook();
  return (
    <Page title="Checks" lead={LEAD}>
      <CheckList checks={checks} incidents={incidents} />
    </Page>
  );
}
