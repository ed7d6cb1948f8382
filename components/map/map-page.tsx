import { Disclosure } from '@/components/ui/disclosure';
import { Page } from '@/components/ui/page';
import type { MapGroup } from '@/lib/map/tree';
import { SYMPTOM_GROUPS } from '../triage/symptoms';
import { TreeList } from './tree-list';
import { TreeSvg } from './tree-svg';
import styles from './map.module.css';

/** The whole decision tree, by what one sees. */
export function MapPage({ groups }: { groups: readonly MapGroup[] }) {
  return (
    <Page
      title="Map"
      lead="From what you see to the incident, question by question. Pick a box to go on from there."
    >
      <nav aria-label="What do you see?" className={styles.nav}>
        {groups.map(({ group }) => (
          <a key={group} href={`#${group}`}>
            {SYMPTOM_GROUPS[group]}
          </a>
        ))}
      </nav>
      {groups.map(({ group, symptoms }) => (
        <section key={group} id={group} className={styles.group} aria-labelledby={`${group}-title`}>
          <h2 id={`${group}-title`}>{SYMPTOM_GROUPS[group]}</h2>
          {symptoms.map(({ check, ask, nodes }) => (
            <figure key={check} className={styles.figure}>
              <figcaption>{ask}</figcaption>
              <div className={styles.scroll} tabIndex={0} role="region" aria-label={`Drawing: ${ask}`}>
                <TreeSvg nodes={nodes} title={ask} />
              </div>
              <Disclosure summary="The same in words">
                <TreeList nodes={nodes} />
              </Disclosure>
            </figure>
          ))}
        </section>
      ))}
    </Page>
  );
}
