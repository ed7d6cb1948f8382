import type { ReactNode } from 'react';
import { Badge, Badges } from '@/components/ui/badge';
import { CommandLine } from '@/components/ui/command-line';
import { Link } from '@/components/ui/link';
import type { CheckSource } from '@/lib/incident/schema';
import type { Likelihood } from '@/lib/triage/pack';
import { AnchorLink } from './anchor-link';
import { duration, LIKELIHOOD_WORDS, WHERE_WORDS } from './words';
import styles from './cards.module.css';

/** A shared check: its command, each outcome, and what this incident predicts. */
export function Check({
  id,
  check,
  predicts,
}: {
  id: string;
  check: CheckSource;
  predicts: Record<string, Likelihood>;
}) {
  return (
    <article className={styles.card} id={`check-${id}`} aria-labelledby={`check-${id}-title`}>
      <h3 id={`check-${id}-title`}>
        <Link to={`/checks/${id}/`} className={styles.title}>
          {check.ask}
        </Link>{' '}
        <AnchorLink anchor={`check-${id}`} to={check.ask} />
      </h3>
      <CheckMarks check={check} />
      {check.command && <CommandLine run={check.command} />}
      <Outcomes check={check} predicts={predicts} />
    </article>
  );
}

export function CheckMarks({ check, children }: { check: CheckSource; children?: ReactNode }) {
  if (!check.command) {
    return (
      <Badges>
        <Badge>something you see</Badge>
        {children}
      </Badges>
    );
  }
  return (
    <Badges label="Where it runs and what it costs">
      <Badge>{WHERE_WORDS[check.where]}</Badge>
      <Badge>{duration(check.minutes)}</Badge>
      {check.root && <Badge>needs root</Badge>}
      {check.disturbs ? <Badge tone="danger">disturbs what runs</Badge> : <Badge>read-only</Badge>}
      {check.needs.map((need) => (
        <Badge key={need}>only with {need}</Badge>
      ))}
      {children}
    </Badges>
  );
}

interface OutcomesProps {
  check: CheckSource;
  predicts?: Record<string, Likelihood>;
  /** On the check's own page each outcome has its anchor; on an incident several checks would share one. */
  anchors?: boolean;
}

export function Outcomes({ check, predicts, anchors }: OutcomesProps) {
  return (
    <ul className={styles.outcomes} role="list">
      {check.outcomes.map((outcome) => {
        const word = predicts?.[outcome.id];
        return (
          <li key={outcome.id} id={anchors ? `outcome-${outcome.id}` : undefined}>
            <span>{outcome.label}</span>
            <span className={styles.looks}>{outcome.looks ?? ''}</span>
            <span className={word === 'always' || word === 'usually' ? styles.expected : undefined}>
              {word ? `${LIKELIHOOD_WORDS[word]} here` : ''}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
