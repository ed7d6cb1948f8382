/** The one-file build: triage and wizard with everything inside, for `file://`. Bundled by bin/build-onefile.mjs. */

import { createRoot } from 'react-dom/client';
import { engine, pack, samples } from 'faultbook:book';
import { spawnFrom } from '@/lib/worker/blob-worker';
import { Triage } from '../triage/triage';
import { ThemeToggle } from '../ui/theme-toggle';
import header from '../ui/site-header.module.css';
import styles from './main.module.css';

const SITE = process.env.FAULTBOOK_BASE_PATH ?? '';

const load = async () => ({
  core: pack,
  pack: Promise.resolve(pack),
  samples,
  spawn: spawnFrom(engine),
});

function OneFile() {
  return (
    <>
      <header className={header.header}>
        <a className={header.skip} href="#main">
          Skip to content
        </a>
        <span className={header.name}>Faultbook</span>
        <span className={styles.note}>
          One file, no network.{' '}
          <span className={styles.more}>
            {SITE.startsWith('http')
              ? 'Links to incidents lead to the site.'
              : 'The pages of incidents and checks are not in it.'}
          </span>
        </span>
        <ThemeToggle />
      </header>
      <Triage load={load} />
    </>
  );
}

createRoot(document.getElementById('faultbook')!).render(<OneFile />);
