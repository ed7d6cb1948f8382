'use client';

import { encode } from '@/lib/share/encode';
import { usePack, useTriage } from '../triage/context';
import { CopyButton } from '../ui/copy-button';
import { siteHere } from '../ui/site';
import { linkContents } from './contents';
import styles from './share.module.css';

/** The link: findings and answers by their names in the book, in the fragment, which no server sees. */
export function LinkSection() {
  const result = useTriage((state) => state.result);
  const pack = usePack();
  if (!result || !pack) return null;
  const link = `${siteHere()}/${encode(result.of, result.diagnosis, pack)}`;
  return (
    <>
      <p>Whoever opens this link sees the same findings, answers and tried fixes.</p>
      <dl className={styles.contents}>
        <dt>In it</dt>
        <dd>
          <ul>
            {linkContents(result.of, result.diagnosis).map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </dd>
        <dt>Not in it</dt>
        <dd>The log: no line, no name and no time of it.</dd>
      </dl>
      <textarea className={styles.preview} readOnly rows={4} aria-label="Case link" value={link} />
      <div className={styles.actions}>
        <CopyButton text={link} what="case link" label="Copy link" />
        <span className={styles.note}>{link.length.toLocaleString('en')} characters</span>
      </div>
    </>
  );
}
