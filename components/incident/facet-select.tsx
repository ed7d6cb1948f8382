import styles from './browse.module.css';

export interface Option {
  value: string;
  label: string;
  group?: string;
}

interface Props {
  label: string;
  any: string;
  value: string;
  options: Option[];
  counts: Map<string, number>;
  onChoose: (value: string) => void;
}

/** One facet. Values that would leave nothing are there, and cannot be chosen. */
export function FacetSelect({ label, any, value, options, counts, onChoose }: Props) {
  const groups = [...new Set(options.map(({ group }) => group ?? ''))];
  const known = value === '' || options.some((option) => option.value === value);
  const rows = (group: string) =>
    options
      .filter((option) => (option.group ?? '') === group)
      .map((option) => (
        <option
          key={option.value}
          value={option.value}
          disabled={!counts.get(option.value) && option.value !== value}
        >
          {option.label} ({counts.get(option.value) ?? 0})
        </option>
      ));
  return (
    <label className={styles.facet}>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{any}</option>
        {!known && <option value={value}>{value} (0)</option>}
        {groups.map((group) =>
          group === '' ? (
            rows(group)
          ) : (
            <optgroup key={group} label={group}>
              {rows(group)}
            </optgroup>
          ),
        )}
      </select>
    </label>
  );
}
