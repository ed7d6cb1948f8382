import type { Metadata } from 'next';
import { CheckList } from '@/components/incident/check-list';
import { Page } from '@/components/ui/page';
import { theBook } from '@/lib/incident/once.server';

export const metadata: Metadata = { title: 'Checks' };

export default function ChecksPage() {
  const { checks } = theBook();
  return (
    <Page title="Checks" lead="What to look at or run, and how to read it. Incidents share these.">
      <CheckList checks={checks} />
    </Page>
  );
}
