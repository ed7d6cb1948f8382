'use client';

import { Menu } from '@base-ui/react/menu';
import { ChevronDown } from 'lucide-react';
import { AREA_WORDS } from '../incident/words';
import buttonStyles from '../ui/button.module.css';
import { useActions } from './context';
import type { PickableSample } from '@/lib/incident/samples';
import styles from './sample-menu.module.css';

/** One paste per incident, to see what the page does before one needs it. */
export function SampleMenu({ samples }: { samples: PickableSample[] }) {
  const { add } = useActions();
  const areas = Object.entries(AREA_WORDS).filter(([area]) => samples.some((sample) => sample.area === area));
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={buttonStyles.button} disabled={samples.length === 0}>
        Try a sample <ChevronDown size={16} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="start" className={styles.positioner}>
          <Menu.Popup className={styles.popup}>
            {areas.map(([area, words]) => (
              <Menu.Group key={area}>
                <Menu.GroupLabel className={styles.area}>{words}</Menu.GroupLabel>
                {samples
                  .filter((sample) => sample.area === area)
                  .map((sample) => (
                    <Menu.Item
                      key={sample.incident}
                      className={styles.item}
                      onClick={() => add({ name: `Sample: ${sample.name}`, source: sample.text })}
                    >
                      {sample.title}
                    </Menu.Item>
                  ))}
              </Menu.Group>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
