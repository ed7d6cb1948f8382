'use client';

import type { PickableSample } from '@/lib/incident/samples';
import { AREA_WORDS } from '../incident/words';
import { useActions } from './context';
import styles from './sample-picker.module.css';

/** One paste per incident, one click each, to see what the page does before one needs it. */
export function SamplePicker({ samples }: { samples: PickableSample[] }) {
  const { add } = useActions();
  const areas = Object.entries(AREA_WORDS).filter(([area]) => samples.some((sample) => sample.area === area));
  return (
    <section className={styles.picker} aria-labelledby="samples-title">
      <h2 id="samples-title">Or try a sample</h2>
      <div className={styles.areas}>
        {areas.map(([area, words]) => (
          <div key={area} className={styles.area}>
            <h3>{words}</h3>
            <ul role="list">
              {samples
                .filter((sample) => sample.area === area)
                .map((sample) => (
                  <li key={sample.incident}>
                    <button
                      type="button"
                      onClick={() => add({ name: `Sample: ${sample.name}`, source: sample.text })}
                    >
                      {sample.title}
                    </button>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
