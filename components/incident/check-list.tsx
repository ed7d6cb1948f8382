import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import type { Book } from '@/lib/incident/load.server';
import { CheckMarks } from './check';
import { WHERE_WORDS } from './words';
import styles from './list.module.css';

const SYMPTOM_WORDS = {
  pod: 'What you see on a pod',
  node: 'What you see on a node',
  network: 'What you see on the network',
  jobs: 'What you see on jobs',
  'control-plane': 'What you see on the control plane',
} as const;

/** All checks: first what one sees, then what one runs, by where it runs. */
export function CheckList({ checks, incidents }: Pick<Book, 'checks' | 'incidents'>) {
  const told = (id: string) => incidents.filter(({ front }) => front.checks[id]).length;
  const groups = [
    ...Object.entries(SYMPTOM_WORDS).map(([symptom, title]) => ({
      title,
      checks: checks.filter(({ check }) => !check.command && check.symptom === symptom),
    })),
    { title: 'What you see', checks: checks.filter(({ check }) => !check.command && !check.symptom) },
    ...Object.entries(WHERE_WORDS).map(([where, words]) => ({
      title: `Run ${words}`,
      checks: checks.filter(({ check }) => check.command && check.where === where),
    })),
  ];
  return groups
    .filter((group) => group.checks.length > 0)
    .map((group) => (
      <section key={group.title} className={styles.group}>
        <h2>{group.title}</h2>
        <ul className={styles.items} role="list">
          {group.checks.map(({ id, check }) => (
            <li key={id} className={styles.item}>
              <Link to={`/checks/${id}/`} className={styles.title}>
                {check.ask}
              </Link>
              {check.command ? (
                <code className={styles.command}>{check.command.split('\n')[0]}</code>
              ) : (
                <p className={styles.summary}>{check.outcomes.map(({ label }) => label).join(' · ')}</p>
              )}
              <CheckMarks check={check}>
                <Badge>{told(id) === 1 ? 'for 1 incident' : `tells ${told(id)} incidents apart`}</Badge>
              </CheckMarks>
            </li>
          ))}
        </ul>
      </section>
    ));
}
