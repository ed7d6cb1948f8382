import { AlertList } from '@/components/alert/alert-list';
import { Page } from '@/components/ui/page';
import { alertTable } from '@/lib/export/book';
import { card } from '@/lib/export/card';
import { theBook } from '@/lib/incident/once.server';

const LEAD = 'Put the annotation into the rule, and the alert leads to the incidents that set it off.';

export const metadata = card('Alerts', LEAD, '/a/');

export default function AlertsPage() {
  return (
    <Page narrow title="Alerts" lead={LEAD}>
      <AlertList alerts={alertTable(theBook())} />
    </Page>
  );
}
