'use client';

import { CauseCard } from './cause-card';
import { usePack, useTriage } from './context';
import { DigestPanel } from './digest-panel';
import { Later } from '../ui/later';
import { FirstFix, LaterFixes } from './fix-list';
import { Limits } from './limits';
import { Moved } from './moved';
import { Narrowing } from './narrowing';
import { NextCheckCard } from './next-check';
import { NotInTheBook } from './not-in-the-book';
import { OtherFindings } from './other-findings';
import type { Result } from './store';
import { Summary as CaseSummary } from './summary';
import { Trail } from './trail';
import { WaitChain } from './wait-chain';
import styles from './advice.module.css';

/** Answers alone rank every incident: the tail of the list says nothing. */
const MOST_FINDINGS = 8;

/** What to do: the first finding and its first fix at once; everything else under it. */
export function Advice({ result }: { result: Result }) {
  const { diagnosis } = result;
  const [first, ...rest] = diagnosis.findings;
  const solved = useTriage((state) => state.page.solved !== undefined);
  if (solved) return <CaseSummary result={result} />;
  if (result.of.parts.length === 0 && diagnosis.next && diagnosis.verdict !== 'match')
    return <Narrowing result={result} />;
  if (diagnosis.verdict === 'none' || !first) return <NotInTheBook result={result} />;
  return (
    <div className={styles.advice}>
      <CauseCard finding={first} diagnosis={diagnosis} />
      <Summary incident={first.incident} />
      <Moved />
      <FirstFix fixes={diagnosis.fixes} first={first.incident} />
      <Later>
        {() => (
          <>
            <WaitChain />
            <NextCheckCard next={diagnosis.next} />
            <LaterFixes fixes={diagnosis.fixes} first={first.incident} />
            <Trail />
            <OtherFindings findings={rest.slice(0, MOST_FINDINGS)} diagnosis={diagnosis} />
            <Limits result={result} />
            {result.of.parts.length > 0 && <DigestPanel result={result} />}
          </>
        )}
      </Later>
    </div>
  );
}

function Summary({ incident }: { incident: string }) {
  const summary = usePack()?.incidents.find((each) => each.id === incident)?.summary;
  return summary ? <p className={styles.summary}>{summary}</p> : null;
}
