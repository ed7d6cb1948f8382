/** What can be shared of a case. In the worker, because a long log takes its time. */

import { postmortem } from '../export/postmortem';
import { redactAll } from '../redact/redact';
import { caseFile } from '../share/case-file';
import type { Pack } from '../triage/pack';
import type { Shared, ShareOf } from './protocol';

export function shareOf({ triageCase, diagnosis, site }: ShareOf, pack: Pack): Shared {
  const { texts, counts } = redactAll(triageCase.parts.map(({ source }) => source));
  return {
    texts,
    counts,
    caseFile: caseFile(triageCase, diagnosis, texts),
    postmortem: postmortem({ triageCase, diagnosis, pack, site }),
  };
}
