import type { Metadata } from 'next';
import { CheckList } from '@/components/incident/check-list';
import { Page } from '@/components/ui/page';
import { loadBook } from '@/lib/incident/load.server';

export const metadata: Metadata = { title: 'Checks' };

export default function ChecksPage() {
  const { checks } = loadBook();
  return (
    <Page title="Checks" lead="What to look at or run, and how to read it. Incidents share these.">
      <CheckList checks={checks} />
    </Page>
  );
}
