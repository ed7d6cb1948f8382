import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { unverifiedSince } from '@/lib/incident/age';
import type { Book, IncidentEntry } from '@/lib/incident/load.server';

/** What must be known before one trusts the page: that it is retired, or that nobody looked at it for long. */
export function Standing({ entry, book, today }: { entry: IncidentEntry; book: Book; today: string }) {
  const { status, successor } = entry.front;
  const since = unverifiedSince(entry.front, today);
  const next = book.incidents.find(({ id }) => id === successor);
  return (
    <>
      {status === 'retired' && successor && (
        <Notice tone="danger">
          This page is retired and kept for links that name it. Read{' '}
          <Link to={`/incidents/${successor}/`}>{next?.front.title ?? successor}</Link> instead.
        </Notice>
      )}
      {since && (
        <Notice tone="danger">
          Nobody has verified this page since <time dateTime={since}>{since}</time>, more than two years.
          Versions and commands may have moved on.
        </Notice>
      )}
    </>
  );
}
