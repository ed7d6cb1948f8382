'use client';

import type { RankedFix } from '@/lib/triage/diagnosis';
import { FixMarks } from '../incident/fix-marks';
import { RISK_WORDS } from '../incident/words';
import { Button } from '../ui/button';
import { cx } from '../ui/class-names';
import { Disclosure } from '../ui/disclosure';
import { Link } from '../ui/link';
import { FilledCommand } from './command';
import { useActions, usePack, useTriage } from './context';
import { Slots } from './slots';
import styles from './advice.module.css';

/** Fixes that are shown folded before the rest of them folds too. */
const SHOWN = 4;

/** The fix to try first, open. `first` is the incident at the top: other incidents are named. */
export function FirstFix({ fixes, first }: { fixes: RankedFix[]; first: string }) {
  const tried = useTriage((state) => state.page.tried.length > 0);
  const now = fixes.find((fix) => fix.kind !== 'prevention');
  if (!now) return null;
  const order = tried ? 'Do next' : 'Do first';
  // The key: another fix is another card, and the button that was just pressed is none of its own.
  return (
    <article
      key={`${now.incident}/${now.fix}`}
      className={cx(styles.fix, styles.framed)}
      data-first-fix=""
      aria-label={`${order}: ${now.title}`}
    >
      <p className={styles.heading}>{order}</p>
      <h2 className={styles.fixTitle}>{now.title}</h2>
      <FixBody fix={now} first={first} />
    </article>
  );
}

/** The other fixes in their order, one click away; prevention apart, because it repairs nothing. */
export function LaterFixes({ fixes, first }: { fixes: RankedFix[]; first: string }) {
  const later = fixes.filter((fix) => fix.kind !== 'prevention').slice(1);
  const prevention = fixes.filter((fix) => fix.kind === 'prevention');
  if (later.length + prevention.length === 0) return null;
  return (
    <section className={styles.fixes} aria-label="Other fixes">
      {later.length > 0 && <h2 className={styles.heading}>If that does not help</h2>}
      <FoldedFixes fixes={later.slice(0, SHOWN)} first={first} />
      <More summary={`${later.length - SHOWN} more`} fixes={later.slice(SHOWN)} first={first} />
      <More summary="So that it does not come back" fixes={prevention} first={first} />
    </section>
  );
}

function More({ summary, fixes, first }: { summary: string; fixes: RankedFix[]; first: string }) {
  if (fixes.length === 0) return null;
  return (
    <Disclosure summary={summary}>
      <div className={styles.fixBody}>
        <FoldedFixes fixes={fixes} first={first} />
      </div>
    </Disclosure>
  );
}

function FoldedFixes({ fixes, first }: { fixes: RankedFix[]; first: string }) {
  return fixes.map((fix) => <FoldedFix key={`${fix.incident}/${fix.fix}`} fix={fix} first={first} />);
}

function FoldedFix({ fix, first }: { fix: RankedFix; first: string }) {
  const title = usePack()?.incidents.find((each) => each.id === fix.incident)?.title;
  const summary = (
    <>
      {fix.title}{' '}
      <span className={styles.fixFor}>
        {RISK_WORDS[fix.risk]}
        {fix.incident !== first && title && `, for: ${title}`}
      </span>
    </>
  );
  return (
    <Disclosure summary={summary}>
      <div className={styles.fixBody}>
        <FixBody fix={fix} first={first} />
      </div>
    </Disclosure>
  );
}

function FixBody({ fix, first }: { fix: RankedFix; first: string }) {
  const title = usePack()?.incidents.find((each) => each.id === fix.incident)?.title;
  const save = fix.loses.includes('evidence') && fix.saveFirst.length > 0;
  return (
    <>
      {fix.incident !== first && title && (
        <p className={styles.fixFor}>
          For:{' '}
          <Link to={`/incidents/${fix.incident}/#fix-${fix.fix}`} target="_blank">
            {title}
          </Link>
        </p>
      )}
      <FixMarks fix={fix} />
      {fix.riskNote && <p className={styles.small}>{fix.riskNote}</p>}
      {save && (
        <>
          <p className={styles.heading}>Save this first, the fix destroys it</p>
          {fix.saveFirst.map((run) => (
            <FilledCommand key={run} run={run} />
          ))}
        </>
      )}
      {fix.commands.map((command) => (
        <FilledCommand key={command.run} {...command} />
      ))}
      <Slots commands={[...(save ? fix.saveFirst : []), ...fix.commands.map((command) => command.run)]} />
      <DidItHelp fix={fix} />
      <Disclosure summary="How to see that it worked, and the way back">
        <div className={styles.card}>
          <FilledCommand run={fix.verify.command} />
          <p className={styles.small}>It worked when: {fix.verify.expect}</p>
          <p className={styles.small}>Way back: {fix.rollback}</p>
        </div>
      </Disclosure>
    </>
  );
}

function DidItHelp({ fix }: { fix: RankedFix }) {
  const { helped, didNotHelp } = useActions();
  return (
    <div className={styles.row} role="group" aria-label={`Did it help? ${fix.title}`}>
      <span className={styles.small}>Did it help?</span>
      <Button onClick={() => helped(fix.incident, fix.fix)}>Yes</Button>
      <Button onClick={() => didNotHelp(fix.incident, fix.fix)}>No</Button>
    </div>
  );
}
