'use client';

import { useShared } from '../share/use-shared';
import { Button } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { Link } from '../ui/link';
import { useActions, useTriage } from './context';
import { Quote } from './quote';
import type { Result } from './store';
import { useWords } from './trail';
import styles from './advice.module.css';

/** Evidence beyond this is in the incident's page and in "everything that was read". */
const SHOWN = 5;

/** The end of a case: what it was, what said so, what was answered, what helped. */
export function Summary({ result }: { result: Result }) {
  const solved = useTriage((state) => state.page.solved);
  const answers = useTriage((state) => state.page.answers);
  const tried = useTriage((state) => state.page.tried);
  const words = useWords();
  const { reopen, startOver } = useActions();
  const shared = useShared();
  if (!solved) return null;
  const finding = result.diagnosis.findings.find((each) => each.incident === solved.incident);
  const evidence = finding?.for.filter((each) => each.type !== 'answer' && each.type !== 'applies') ?? [];
  return (
    <div className={styles.advice}>
      <div className={styles.card}>
        <p className={styles.verdict}>Closed: it helped</p>
        <h1 className={styles.title}>
          <Link to={`/incidents/${solved.incident}/`} target="_blank">
            {words.incident(solved.incident)}
          </Link>
        </h1>
      </div>
      <section className={styles.card} aria-label="What helped">
        <h2 className={styles.heading}>What helped</h2>
        <p>
          <Link to={`/incidents/${solved.incident}/#fix-${solved.fix}`} target="_blank">
            {words.fix(solved.incident, solved.fix)}
          </Link>
        </p>
        {tried.map(({ incident, fix }) => (
          <p key={`${incident}/${fix}`} className={styles.small}>
            Did not help: {words.fix(incident, fix)}
          </p>
        ))}
      </section>
      {evidence.length > 0 && (
        <section className={styles.card} aria-label="Evidence">
          <h2 className={styles.heading}>Evidence</h2>
          {evidence.slice(0, SHOWN).map((each) => (
            <Quote key={`${each.signature}${each.line}`} evidence={each} />
          ))}
        </section>
      )}
      {answers.length > 0 && (
        <section className={styles.card} aria-label="Answers">
          <h2 className={styles.heading}>Answers</h2>
          <ul className={styles.list} role="list">
            {answers.map(({ check, outcome }) => (
              <li key={check}>
                {words.ask(check)} <strong>{words.outcome(check, outcome)}</strong>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className={styles.row}>
        {shared?.type === 'ok' && (
          <CopyButton
            text={`It helped: ${words.fix(solved.incident, solved.fix)} (${words.incident(solved.incident)})\n\n${shared.value.postmortem}`}
            what="this case in Markdown, names and secrets replaced"
            label="Copy summary"
          />
        )}
        <Button onClick={reopen}>It came back: go on</Button>
        <Button look="quiet" onClick={startOver}>
          New case
        </Button>
      </div>
    </div>
  );
}
