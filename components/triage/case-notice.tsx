'use client';

import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useTriage } from './context';
import { ReadingFile } from './reading-file';
import { RELOAD_HELPS } from './sentences';

/** What did not work, and what the worker is doing, in a sentence. */
export function CaseNotice() {
  const notice = useTriage((state) => state.notice);
  const reading = useTriage((state) => state.reading);
  if (reading) return <ReadingFile {...reading} />;
  if (!notice) return null;
  const reload = RELOAD_HELPS.includes(notice) && (
    <Button onClick={() => location.reload()}>Reload the page</Button>
  );
  return (
    <Notice tone="danger" live action={reload}>
      {notice}
    </Notice>
  );
}
