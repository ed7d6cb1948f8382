import { CommandLine } from '@/components/ui/command-line';
import { BUILT_SITE } from '@/components/ui/site';
import { alertUrl } from '@/lib/export/site';
import styles from './alert.module.css';

/** The annotation of a Prometheus rule that leads here. Labels go into the fragment: no server sees them. */
export function Annotation({ alert, withLabels }: { alert: string; withLabels?: boolean }) {
  const url = alertUrl(BUILT_SITE, alert);
  return (
    <>
      <CommandLine run={`runbook_url: ${url}`} />
      {withLabels && (
        <>
          <p className={styles.note}>With labels, so that commands come filled. They stay in the browser:</p>
          <CommandLine run={`runbook_url: '${url}#${LABELS}'`} />
        </>
      )}
    </>
  );
}

const LABELS = ['node', 'namespace', 'pod', 'container']
  .map((label) => `${label}={{ $labels.${label} | urlquery }}`)
  .join('&');
