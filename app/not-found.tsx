import { AlertRedirect } from '@/components/alert/alert-redirect';
import { Link } from '@/components/ui/link';
import { Page } from '@/components/ui/page';
import { alertTable } from '@/lib/export/book';
import { theBook } from '@/lib/incident/once.server';

export default function NotFound() {
  return (
    <Page
      narrow
      title="No such page"
      lead="The address does not belong to an incident, a check or any other page of this book."
    >
      <span data-missing="" hidden />
      <AlertRedirect alerts={[...alertTable(theBook()).keys()]} />
      <p>
        Look through the <Link to="/incidents/">incidents</Link>, or <Link to="/">paste what you see</Link>.
      </p>
    </Page>
  );
}
