import { CommandLine } from '@/components/ui/command-line';
import type { IncidentSource } from '@/lib/incident/schema';
import { firstAid } from './first-aid';
import { FixMarks } from './fix-marks';
import { Labelled } from './labelled';
import styles from './incident-page.module.css';

/** The first thing on the page: one fix that stops the bleeding, its first safe command, its risk. */
export function Now({ fixes }: { fixes: IncidentSource['fixes'] }) {
  const { fix, command } = firstAid(fixes);
  if (!fix) return null;
  return (
    <section className={styles.now} id="now" aria-labelledby="now-title">
      <h2 id="now-title">What to do now</h2>
      <h3>
        <a href={`#fix-${fix.id}`}>{fix.title}</a>
      </h3>
      <FixMarks fix={fix} />
      {fix.riskNote && <p>{fix.riskNote}</p>}
      {fix.saveFirst[0] && (
        <Labelled label="Save this first">
          <CommandLine run={fix.saveFirst[0]} />
        </Labelled>
      )}
      {command && <CommandLine run={command} />}
      {!command && (
        <>
          <p className={styles.small}>No safe command to copy: read the fix before you act.</p>
          <Labelled label="It worked when">
            <CommandLine run={fix.verify.command} />
            <p>{fix.verify.expect}</p>
          </Labelled>
        </>
      )}
    </section>
  );
}
