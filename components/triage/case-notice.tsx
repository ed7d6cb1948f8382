'use client';

import { Notice } from '../ui/notice';
import { useTriage } from './context';
import { ReadingFile } from './reading-file';

/** What did not work, and what the worker is doing, in a sentence. */
export function CaseNotice() {
  const notice = useTriage((state) => state.notice);
  const reading = useTriage((state) => state.reading);
  if (reading) return <ReadingFile {...reading} />;
  return notice ? (
    <Notice tone="danger" live>
      {notice}
    </Notice>
  ) : null;
}
