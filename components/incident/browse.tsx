'use client';

import { useSyncExternalStore } from 'react';
import {
  choiceFrom,
  countsOf,
  narrowed,
  queryOf,
  type Choice,
  type Facet,
  type Listed,
} from '@/lib/search/facets';
import { Button } from '@/components/ui/button';
import { FacetSelect, type Option } from './facet-select';
import { IncidentList } from './incident-list';
import type { SymptomGroup } from './listed';
import { queryStore } from './query-store';
import { AREA_WORDS, SEVERITY_WORDS } from './words';
import styles from './browse.module.css';

/** The list and its facets. Without a script the facets are not there, and the list is whole. */
export function Browse({ incidents, symptoms }: { incidents: Listed[]; symptoms: SymptomGroup[] }) {
  const query = useSyncExternalStore(queryStore.subscribe, queryStore.now, () => '');
  const scripted = useSyncExternalStore(
    queryStore.subscribe,
    () => true,
    () => false,
  );
  const choice = choiceFrom(query);
  const found = narrowed(incidents, choice);
  const choose = (facet: Facet, value: string) => {
    const { [facet]: _, ...rest } = choice;
    queryStore.set(queryOf(value === '' ? rest : { ...rest, [facet]: value }, query), facet !== 'version');
  };
  const select = (facet: Facet, label: string, options: Option[]) => (
    <FacetSelect
      label={label}
      any={ANY[facet]}
      value={choice[facet] ?? ''}
      options={options}
      counts={countsOf(incidents, choice, facet)}
      onChoose={(value) => choose(facet, value)}
    />
  );
  return (
    <>
      <div className={styles.facets} role="search" aria-label="Narrow the list" hidden={!scripted}>
        {select('area', 'Area', words(AREA_WORDS))}
        {select('severity', 'Severity', words(SEVERITY_WORDS))}
        {select(
          'symptom',
          'What you see',
          symptoms.flatMap(({ ask, outcomes }) => outcomes.map((outcome) => ({ ...outcome, group: ask }))),
        )}
        {select('component', 'Component', componentsOf(incidents))}
        <label className={styles.facet}>
          <span>Version</span>
          <input
            value={choice.version ?? ''}
            placeholder="such as 1.18.3"
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            onChange={(event) => choose('version', event.target.value)}
          />
        </label>
      </div>
      <p className={styles.count} role="status">
        {said(found.length, incidents.length, choice)}
        {Object.keys(choice).length > 0 && (
          <Button look="quiet" onClick={() => queryStore.set(queryOf({}, query), true)}>
            Show all
          </Button>
        )}
      </p>
      <IncidentList incidents={found} />
    </>
  );
}

const ANY: Record<Facet, string> = {
  area: 'Any area',
  severity: 'Any reach',
  symptom: 'Anything',
  component: 'Any component',
  version: '',
};

const words = (table: Record<string, string>): Option[] =>
  Object.entries(table).map(([value, label]) => ({ value, label }));

function componentsOf(incidents: Listed[]): Option[] {
  const all = new Set(incidents.flatMap(({ applies }) => applies.map(({ component }) => component)));
  return [...all].sort().map((component) => ({ value: component, label: component }));
}

function said(found: number, all: number, choice: Choice): string {
  if (Object.keys(choice).length === 0) return `${all} incidents.`;
  if (found > 0) return `${found} of ${all} incidents.`;
  return choice.version
    ? 'No incident is known for that version. Many are not bound to versions: take the version away to see them.'
    : 'No incident has all of that. Take one of them away.';
}
