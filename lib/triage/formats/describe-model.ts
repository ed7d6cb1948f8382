/** What describe output says, as data, and the rows and values that are read alike everywhere in it. */

import { durationSeconds } from './duration';
import { RFC1123, parseMoment } from './moment';
import type { Line } from '../read/line';
import type { Time } from '../time';

export interface Field {
  value: string;
  line: Line;
}

export interface ContainerState {
  /** `Waiting`, `Running`, `Terminated`. */
  phase: string;
  reason?: string;
  exitCode?: number;
  line: Line;
}

export interface Container {
  name: string;
  init: boolean;
  line: Line;
  state?: ContainerState;
  last?: ContainerState;
  fields: Map<string, Field>;
}

export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  heartbeat?: Time;
  transition?: Time;
  reason?: string;
  message?: string;
  line: Line;
}

export type Kind = 'pod' | 'node' | 'cronjob' | 'deployment' | 'other';

export interface Described {
  kind: Kind;
  name?: Field;
  /** The first value of each key outside of containers. */
  fields: Map<string, Field>;
  containers: Container[];
  conditions: Condition[];
  /** Rows of `Allocated resources`, whole. */
  allocated: Field[];
  first: Line;
}

//   Ready  False  Mon, 08 Jul 2019 13:45:27 +0000  Sun, 07 Jul 2019 21:30:46 +0000  KubeletNotReady  PLEG is not healthy…
const CONDITION = new RegExp(
  String.raw`^\s*([A-Z]\w+)\s+(True|False|Unknown)(?:\s+(${RFC1123})\s+(${RFC1123}))?(?:\s+(\S+)(?:\s+(\S.*))?)?$`,
);

/** Condition row, of a pod, node or deployment; undefined when the line is none. */
export function parseCondition(text: string, line: Line): Condition | undefined {
  const row = CONDITION.exec(text);
  if (!row) return undefined;
  return {
    type: row[1] ?? '',
    status: row[2] as Condition['status'],
    heartbeat: parseMoment(row[3] ?? ''),
    transition: parseMoment(row[4] ?? ''),
    reason: row[5],
    message: row[6],
    line,
  };
}

/** Seconds of `180s`, `30`; undefined for `<unset>`. */
export function fieldSeconds(field: Field | undefined): number | undefined {
  if (!field) return undefined;
  return /^\d+$/.test(field.value) ? Number(field.value) : durationSeconds(field.value);
}
