import { CommandLine } from '@/components/ui/command-line';
import type { IncidentSource } from '@/lib/incident/schema';
import { AnchorLink } from './anchor-link';
import { FixMarks } from './fix-marks';
import { Labelled } from './labelled';
import styles from './cards.module.css';

type FixSource = IncidentSource['fixes'][number];

/** One fix with its marks, what to save first, its commands, how to see that it worked, and the way back. */
export function Fix({ fix }: { fix: FixSource }) {
  return (
    <article className={styles.card} id={`fix-${fix.id}`} aria-labelledby={`fix-${fix.id}-title`}>
      <h3 id={`fix-${fix.id}-title`}>
        {fix.title} <AnchorLink anchor={`fix-${fix.id}`} to={fix.title} />
      </h3>
      <FixMarks fix={fix} whole />
      {fix.riskNote && <p>{fix.riskNote}</p>}
      {fix.applies.length > 0 && (
        <p className={styles.note}>
          Only for {fix.applies.map((limit) => `${limit.component} ${limit.versions}`).join(', ')}.
        </p>
      )}
      {fix.saveFirst.length > 0 && (
        <Labelled label="Save this first">
          {fix.saveFirst.map((command) => (
            <CommandLine key={command} run={command} />
          ))}
        </Labelled>
      )}
      {fix.commands.map((command) => {
        const { run, destroys } =
          typeof command === 'string' ? { run: command, destroys: undefined } : command;
        return <CommandLine key={run} run={run} {...(destroys ? { destroys } : {})} />;
      })}
      <Labelled label="It worked when">
        <CommandLine run={fix.verify.command} />
        <p>{fix.verify.expect}</p>
      </Labelled>
      <Labelled label="Way back">
        <p>{fix.rollback}</p>
      </Labelled>
    </article>
  );
}
