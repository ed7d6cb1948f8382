'use client';

import { useState } from 'react';
import type { Profile } from '@/lib/triage/diagnosis';
import { cx } from '../ui/class-names';
import { COMPONENTS, RUNTIMES, VERSION } from './cluster';
import { useActions, useTriage } from './context';
import styles from './cluster.module.css';

/** The cluster, one choice a line. What is left open is read from the paste where it shows it. */
export function ClusterForm({ compact = false }: { compact?: boolean }) {
  const profile = useTriage((state) => state.page.profile);
  const { setProfile } = useActions();
  const set = (change: Partial<Record<keyof Profile, unknown>>) => {
    const next = Object.entries({ ...profile, ...change }).filter(([, value]) => value !== undefined);
    setProfile(Object.fromEntries(next) as Profile);
  };
  const managed = profile.managed === undefined ? '' : profile.managed ? 'yes' : 'no';
  return (
    <div className={cx(styles.form, compact && styles.compact)}>
      <Choice
        label="Runtime"
        value={profile.runtime ?? ''}
        options={RUNTIMES.map((runtime) => [runtime, runtime])}
        onChange={(value) => set({ runtime: value || undefined })}
      />
      <Choice
        label="Cgroups"
        value={profile.cgroup ? String(profile.cgroup) : ''}
        options={[
          ['1', 'v1'],
          ['2', 'v2'],
        ]}
        onChange={(value) => set({ cgroup: value ? Number(value) : undefined })}
      />
      <Choice
        label="Control plane"
        value={managed}
        options={[
          ['yes', 'managed by a provider'],
          ['no', 'your own'],
        ]}
        onChange={(value) => set({ managed: value ? value === 'yes' : undefined })}
      />
      {!compact && COMPONENTS.map((component) => <Version key={component} component={component} />)}
    </div>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}) {
  return (
    <label className={styles.field}>
      {label}
      <select className={styles.input} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">not said</option>
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function Version({ component }: { component: (typeof COMPONENTS)[number] }) {
  const profile = useTriage((state) => state.page.profile);
  const { setProfile } = useActions();
  const [text, setText] = useState(profile.versions?.[component] ?? '');
  const wrong = text.trim() !== '' && !VERSION.test(text.trim());
  const change = (typed: string) => {
    setText(typed);
    const version = typed.trim();
    if (version !== '' && !VERSION.test(version)) return;
    const { [component]: _, ...rest } = profile.versions ?? {};
    const versions = version === '' ? rest : { ...rest, [component]: version.replace(/^v/, '') };
    const { versions: __, ...others } = profile;
    setProfile(Object.keys(versions).length > 0 ? { ...others, versions } : others);
  };
  return (
    <label className={styles.field}>
      {component === 'kernel' ? 'Kernel' : 'Kubelet'}
      <input
        className={styles.input}
        value={text}
        placeholder="not said"
        aria-invalid={wrong}
        spellCheck={false}
        onChange={(event) => change(event.target.value)}
      />
      {wrong && <span className={styles.wrong}>not a version</span>}
    </label>
  );
}
