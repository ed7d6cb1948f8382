import { cx } from '@/components/ui/class-names';
import { CommandLine } from '@/components/ui/command-line';
import { Link } from '@/components/ui/link';
import { Page } from '@/components/ui/page';
import { SLOTS, slotsIn } from '@/lib/fill';
import type { Book, CheckEntry } from '@/lib/incident/load.server';
import { CheckMarks, Outcomes } from './check';
import { LIKELIHOOD_WORDS } from './words';
import styles from './list.module.css';

/** One check as a reference: the command, how to read it, which incidents it tells apart. */
export function CheckPage({ entry, book }: { entry: CheckEntry; book: Book }) {
  const { id, check } = entry;
  return (
    <Page title={check.ask} narrow>
      <div className={styles.detail}>
        <CheckMarks check={check} />
        {check.command ? (
          <CommandLine
            run={check.command}
            missing={slotsIn([check.command]).map((slot) => SLOTS[slot].title)}
          />
        ) : (
          <p>Nothing to run: this is something you see.</p>
        )}
        <h2>How to read it</h2>
        <Outcomes check={check} anchors />
        <TellsApart id={id} entry={entry} book={book} />
        {check.sources.length > 0 && (
          <>
            <h2>Sources</h2>
            <ul>
              {check.sources.map((source) => (
                <li key={source}>{source}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Page>
  );
}

function TellsApart({ id, entry, book }: { id: string; entry: CheckEntry; book: Book }) {
  const incidents = book.incidents.filter((each) => each.front.checks[id]);
  const { outcomes, background } = entry.check;
  return (
    <>
      <h2>What it tells apart</h2>
      <div className={styles.scroll}>
        <table className={cx(styles.table, styles.matrix)}>
          <thead>
            <tr>
              <th scope="col">If this is the cause</th>
              {outcomes.map((outcome) => (
                <th key={outcome.id} scope="col">
                  {outcome.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {incidents.map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  <Link to={`/incidents/${each.id}/`}>{each.front.title}</Link>
                </th>
                {outcomes.map((outcome) => (
                  <td key={outcome.id} data-outcome={outcome.label}>
                    {word(each.front.checks[id]?.[outcome.id])}
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">anything else</th>
              {outcomes.map((outcome) => (
                <td key={outcome.id} data-outcome={outcome.label}>
                  {word(background[outcome.id])}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </>
  );
}

function word(likelihood: keyof typeof LIKELIHOOD_WORDS | undefined): string {
  return likelihood ? LIKELIHOOD_WORDS[likelihood] : '';
}
