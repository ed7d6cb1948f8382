import { FixMarks } from '@/components/incident/fix-marks';
import { firstAid } from '@/components/incident/first-aid';
import { AREA_WORDS, FREQUENCY_WORDS, SEVERITY_WORDS } from '@/components/incident/words';
import { Badge, Badges } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { Page } from '@/components/ui/page';
import type { ExportIncident } from '@/lib/export/book';
import { Annotation } from './annotation';
import { FilledCommand } from './filled-command';
import { LabelNote } from './label-note';
import styles from './alert.module.css';

/** Where the `runbook_url` of an alert leads: the incidents that set it off, each with the first thing to do. */
export function AlertPage({ alert, incidents }: { alert: string; incidents: readonly ExportIncident[] }) {
  const count =
    incidents.length === 1
      ? 'One known incident sets off this alert.'
      : `${incidents.length} known incidents set off this alert, the most frequent first.`;
  return (
    <Page title={alert} lead={count} narrow>
      <LabelNote />
      {byFrequency(incidents).map((incident) => (
        <AlertIncident key={incident.id} incident={incident} />
      ))}
      <h2 className={styles.heading}>Link this alert here</h2>
      <Annotation alert={alert} withLabels />
      <p className={styles.note}>
        <Link to="/a/">All alerts of the book</Link>
      </p>
    </Page>
  );
}

function AlertIncident({ incident: { id, front } }: { incident: ExportIncident }) {
  const { fix, command } = firstAid(front.fixes);
  return (
    <article className={styles.incident} aria-labelledby={id}>
      <h2 id={id}>
        <Link to={`/incidents/${id}/`}>{front.title}</Link>
      </h2>
      <p>{front.summary}</p>
      <Badges>
        <Badge>{AREA_WORDS[front.area]}</Badge>
        <Badge>{SEVERITY_WORDS[front.severity]}</Badge>
        <Badge>{FREQUENCY_WORDS[front.frequency]}</Badge>
      </Badges>
      {fix && (
        <div className={styles.now}>
          <h3>
            <Link to={`/incidents/${id}/#fix-${fix.id}`}>{fix.title}</Link>
          </h3>
          <FixMarks fix={fix} />
          {fix.saveFirst[0] && (
            <>
              <p className={styles.note}>Save this first</p>
              <FilledCommand run={fix.saveFirst[0]} />
            </>
          )}
          {command && <FilledCommand run={command} />}
        </div>
      )}
    </article>
  );
}

const ORDER = ['very-common', 'common', 'occasional', 'rare', 'exotic'];

function byFrequency(incidents: readonly ExportIncident[]): ExportIncident[] {
  const rank = ({ front }: ExportIncident) => ORDER.indexOf(front.frequency);
  return [...incidents].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}
