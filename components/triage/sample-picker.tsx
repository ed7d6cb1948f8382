'use client';

import type { PickableSample } from '@/lib/incident/samples';
import { AREA_WORDS } from '../incident/words';
import { Choices } from '../ui/choices';
import { Disclosure } from '../ui/disclosure';
import { Panel } from '../ui/panel';
import { useActions } from './context';
import styles from './sample-picker.module.css';

/** A paste of each area at hand, and one per incident behind them: to see what the page does before one needs it. */
export function SamplePicker({ samples }: { samples: PickableSample[] }) {
  const { add } = useActions();
  const pick = (incident: string) => {
    const sample = samples.find((each) => each.incident === incident);
    if (sample) add({ name: `Sample: ${sample.title}`, source: sample.text });
  };
  const areas = Object.keys(AREA_WORDS).flatMap((area) => {
    const own = samples.filter((sample) => sample.area === area);
    return own.length > 0 ? [{ area: area as keyof typeof AREA_WORDS, own }] : [];
  });
  // The shortest titles are read fastest.
  const firsts = areas.flatMap(({ own }) =>
    own.toSorted((a, b) => a.title.length - b.title.length).slice(0, 1),
  );
  return (
    <Panel title="Or try a sample" className={styles.picker}>
      <Choices choices={firsts.map(choiceOf)} onPick={pick} className={styles.firsts} />
      {samples.length > 0 && (
        <Disclosure summary={`All ${samples.length} samples`}>
          {areas.map(({ area, own }) => (
            <div key={area} className={styles.area}>
              <h3>{AREA_WORDS[area]}</h3>
              <Choices
                choices={own.map(({ incident, title }) => ({ id: incident, label: title }))}
                onPick={pick}
              />
            </div>
          ))}
        </Disclosure>
      )}
    </Panel>
  );
}

function choiceOf({ incident, title, area }: PickableSample) {
  return { id: incident, label: title, note: AREA_WORDS[area] };
}
