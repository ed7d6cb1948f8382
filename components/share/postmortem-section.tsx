'use client';

import { Download } from 'lucide-react';
import { Button } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { download } from './download';
import type { SectionProps } from './use-shared';
import { Waiting } from './waiting';
import styles from './share.module.css';

/** The beginning of a postmortem, in Markdown, with names and secrets replaced. */
export function PostmortemSection({ shared }: SectionProps) {
  if (shared?.type !== 'ok') return <Waiting outcome={shared} />;
  const { postmortem } = shared.value;
  return (
    <>
      <p>Summary, timeline, evidence, checks and fixes in Markdown. Names and secrets were replaced.</p>
      <textarea className={styles.preview} readOnly rows={16} aria-label="Postmortem" value={postmortem} />
      <div className={styles.actions}>
        <CopyButton text={postmortem} what="postmortem" label="Copy Markdown" />
        <Button onClick={() => download('postmortem.md', postmortem, 'text/markdown')}>
          <Download size={16} aria-hidden /> Download
        </Button>
      </div>
    </>
  );
}
