import { cx } from '@/components/ui/class-names';
import { Disclosure } from '@/components/ui/disclosure';
import { Link } from '@/components/ui/link';
import type { Evaluation, Outcome } from '@/lib/evaluate/evaluate';
import type { ReactNode } from 'react';
import styles from './quality.module.css';

const COLUMNS: { title: string; of: (evaluation: Evaluation) => number | string }[] = [
  { title: 'With evidence', of: ({ known }) => String(known.pastes) },
  { title: 'Right first', of: ({ known }) => known.top1 },
  { title: 'In three', of: ({ known }) => known.top3 },
  { title: 'Match said', of: ({ known }) => known.answered },
  { title: 'Wrong match', of: ({ known }) => known.wrongMatches },
  { title: 'Not in the book', of: ({ unknown }) => String(unknown.pastes) },
  { title: 'False match', of: ({ unknown }) => unknown.falseMatches },
  { title: 'Unsure', of: ({ unknown }) => unknown.unsure },
  { title: 'Calibration error', of: ({ calibrationError }) => calibrationError.toFixed(3) },
];

export interface CorpusQuality {
  name: string;
  what: string;
  evaluation: Evaluation;
}

/** One of the things that the page says, under its heading. */
export function QualitySection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** The figures of every corpus, one row each. */
export function QualityFigures({ corpora }: { corpora: CorpusQuality[] }) {
  return (
    <>
      <div className={styles.scroll} role="region" aria-label="Figures" tabIndex={0}>
        <table className={cx(styles.table, styles.figures)}>
          <thead>
            <tr>
              <th scope="col">Corpus</th>
              {COLUMNS.map(({ title }) => (
                <th key={title} scope="col" className={styles.figure}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {corpora.map(({ name, what, evaluation }) => (
              <tr key={name}>
                <th scope="row">
                  {name}
                  <small>{what}</small>
                </th>
                {COLUMNS.map(({ title, of }) => (
                  <td key={title} className={styles.figure}>
                    {shown(of(evaluation))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.words}>
        “With evidence” are pastes of incidents of the book, “not in the book” are others. A wrong match names
        another incident and is sure of it; a false match names one where there is none.
      </p>
    </>
  );
}

/** What was taken for what. */
export function Confusion({ rows }: { rows: Evaluation['confusion'] }) {
  if (rows.length === 0) return <p>Nothing was taken for something else.</p>;
  return (
    <div className={styles.scroll} role="region" aria-label="Confusions" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Right answer</th>
            <th scope="col">Given</th>
            <th scope="col" className={styles.figure}>
              Pastes
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ incident, answered, count }) => (
            <tr key={`${incident} ${answered}`}>
              <td>{named(incident)}</td>
              <td>{named(answered)}</td>
              <td className={styles.figure}>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Every paste that is still wrong, with its text. */
export function StillWrong({ outcomes, texts }: { outcomes: Outcome[]; texts: Map<string, string> }) {
  if (outcomes.length === 0) return <p>None.</p>;
  return (
    <div className={styles.wrong}>
      {outcomes.map((outcome) => (
        <Disclosure key={outcome.name} summary={`${outcome.name}: ${verdictOf(outcome)}`}>
          <p>
            Right answer: {named(outcome.incident ?? 'not in the book')}.
            {outcome.unanswered && ` Why it is left: ${outcome.unanswered}`}
            {outcome.hard && ' Its text does not carry the evidence; it is counted apart.'}
            {outcome.evidence.length > 0 && ` Evidence: ${outcome.evidence.join(', ')}.`}
          </p>
          <pre className={styles.paste} tabIndex={0} aria-label={`The paste ${outcome.name}`}>
            {texts.get(outcome.name)}
          </pre>
        </Disclosure>
      ))}
    </div>
  );
}

const VERDICTS: Record<Outcome['verdict'], string> = {
  match: 'in the book',
  unsure: 'not certain',
  none: 'not in the book',
};

function verdictOf({ verdict, found }: Outcome): string {
  return `${VERDICTS[verdict]}${found[0] ? `, ${found[0]} first` : ''}`;
}

function named(id: string) {
  return /^[a-z0-9-]+$/.test(id) && id !== 'nothing' ? <Link to={`/incidents/${id}/`}>{id}</Link> : id;
}

function shown(value: number | string): string {
  return typeof value === 'number' ? `${(100 * value).toFixed(1)} %` : value;
}
