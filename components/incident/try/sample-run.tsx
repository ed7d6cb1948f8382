'use client';

import { PasteLine } from '@/components/triage/pane/line';
import { modelOf } from '@/lib/view/model';
import { Notice } from '@/components/ui/notice';
import { sentenceOf } from './sentence';
import { useRun } from './use-run';
import styles from './try.module.css';

interface Props {
  incident: string;
  name: string;
  mustHit: boolean;
}

/** What the engine says of a sample, and which lines made it say so. */
export function SampleRun({ incident, name, mustHit }: Props) {
  const run = useRun(incident, name);
  if (run === null) return <p role="status">Comparing with the book …</p>;
  if (run.type === 'failed') return <Notice tone="danger">{run.sentence}</Notice>;
  const { value: result } = run;
  const model = modelOf(result.diagnosis, result.of.parts, result.starts);
  const lines = Array.from({ length: result.starts[0]?.length ?? 0 }, (_, index) => index + 1);
  return (
    <div className={styles.run}>
      <p role="status">
        <strong>{sentenceOf(result.diagnosis, incident, mustHit)}</strong>
      </p>
      <div className={styles.paste} tabIndex={0} role="region" aria-label={`Sample ${name}, with evidence`}>
        {lines.map((line) => (
          <PasteLine key={line} model={model} source={0} line={line} />
        ))}
      </div>
    </div>
  );
}
