'use client';

import { useSyncExternalStore } from 'react';
import { Notice } from '@/components/ui/notice';
import type { IncidentSource } from '@/lib/incident/schema';
import { changedSince } from './changed-since';
import { queryStore } from './query-store';

/** For whoever comes from a postmortem: what changed since the revision that it cited. */
export function RevNote({ changes }: { changes: IncidentSource['changes'] }) {
  const query = useSyncExternalStore(queryStore.subscribe, queryStore.now, () => '');
  const cited = new URLSearchParams(query).get('rev');
  if (cited === null) return null;
  const newest = Math.max(...changes.map(({ revision }) => revision));
  const since = changedSince(changes, cited);
  if (since === null) {
    return (
      <Notice tone="danger">
        The link cites a revision that this page does not have. This is revision {newest}
        {Number(cited) > newest && ': perhaps an older copy of the book. Reload the page'}.
      </Notice>
    );
  }
  if (since.length === 0)
    return <Notice>This is revision {cited}, as cited. Nothing has changed since.</Notice>;
  return (
    <Notice>
      The link cites revision {cited}; this is revision {newest}. Changed since:
      <ul>
        {since.map(({ revision, date, what }) => (
          <li key={revision}>
            <a href={`#rev-${revision}`}>Revision {revision}</a>, <time dateTime={date}>{date}</time>. {what}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
