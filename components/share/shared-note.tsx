'use client';

import { sharedWith } from '../triage/case';
import { useTriage } from '../triage/context';
import { Notice } from '../ui/notice';

/** Over a case that came by link: what it is, and what it is not. */
export function SharedNote() {
  const shared = useTriage((state) => sharedWith(state.page));
  const left = useTriage((state) => state.page.shared !== undefined && sharedWith(state.page) === null);
  if (left)
    return (
      <Notice>
        The findings of the link are gone: the page now answers what you pasted and said. Undo leads back.
      </Notice>
    );
  if (!shared) return null;
  return (
    <Notice>
      <strong>A shared case.</strong> {shared.notes.join(' ')} Paste output of your own, and the page starts
      from that and the answers.
    </Notice>
  );
}
