import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { Book, IncidentEntry } from '@/lib/incident/load.server';
import { Unverified } from './unverified';

/** What must be known before one trusts the page: that it is retired, or that nobody looked at it for long. */
export function Standing({ entry, book, today }: { entry: IncidentEntry; book: Book; today: string }) {
  const { status, successor, verified, changes } = entry.front;
  const next = book.incidents.find(({ id }) => id === successor);
  return (
    <>
      {status === 'retired' && successor && (
        <Notice tone="danger">
          This page is retired and kept for links that name it. Read{' '}
          <Link to={`/incidents/${successor}/`}>{next?.front.title ?? successor}</Link> instead.
        </Notice>
      )}
      <Unverified dated={{ verified, changes }} built={today} />
    </>
  );
}
