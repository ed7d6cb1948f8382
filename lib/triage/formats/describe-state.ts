/** One sentence about what a describe output shows. */

import type { Condition, Described } from './describe-model';
import { describedObjects } from './describe-object';
import { sayDuration } from './duration';
import type { PartView } from './format';
import { secondsSince } from './moment';

/** `Pod web-1 is Pending`, `Ready is Unknown since 5m: contact lost`; of several objects the worst one. */
export function sayDescribe(part: PartView): string | undefined {
  const said = describedObjects(part).map((object) => sayObject(object, part));
  return said.find((one) => one?.bad)?.text ?? said.find((one) => one !== undefined)?.text;
}

interface Said {
  text: string;
  bad: boolean;
}

function sayObject(object: Described, part: PartView): Said | undefined {
  if (object.kind === 'node') return sayNode(object, part);
  if (object.kind === 'pod') return sayPod(object);
  const name = object.name?.value ?? '';
  if (object.kind === 'cronjob') {
    const last = object.fields.get('Last Schedule Time')?.value;
    return {
      text: `CronJob ${name} (${object.fields.get('Schedule')?.value ?? '?'}) last ran ${last ?? 'never'}`,
      bad: false,
    };
  }
  const replicas = object.fields.get('Replicas')?.value;
  if (object.kind === 'deployment' && replicas) {
    return { text: `Deployment ${name}: ${replicas}`, bad: !/\b0 unavailable/.test(replicas) };
  }
  return undefined;
}

function sayNode(object: Described, part: PartView): Said | undefined {
  const whose = object.name ? `Node ${object.name.value}: ` : '';
  const ready = object.conditions.find((row) => row.type === 'Ready');
  const bad = object.conditions.filter(
    (row) => row.type !== 'Ready' && row.status === 'True' && /Pressure|OutOfDisk/.test(row.type),
  );
  if (ready && ready.status !== 'True') {
    return {
      text: `${whose}Ready is ${ready.status}${sayAge(ready, object, part)}: ${sayWhy(ready)}`,
      bad: true,
    };
  }
  if (bad.length > 0) return { text: `${whose}${bad.map((row) => row.type).join(', ')}`, bad: true };
  if (ready) return { text: `${whose}Ready`, bad: false };
  const unknown = object.conditions.find((row) => row.status === 'Unknown');
  return unknown ? { text: `${whose}${unknown.type} is Unknown: ${sayWhy(unknown)}`, bad: true } : undefined;
}

/** Since the transition, until the latest heartbeat of the table or the end of the paste. */
function sayAge(row: Condition, object: Described, part: PartView): string {
  const beats = object.conditions.map((one) => one.heartbeat).filter((one) => one !== undefined);
  const latest = beats.reduce(
    (best, one) => (best && best.ms >= one.ms ? best : one),
    part.now?.scale === 'utc' ? part.now : beats[0],
  );
  const seconds = secondsSince(row.transition, latest);
  return seconds === undefined ? '' : ` since ${sayDuration(seconds)}`;
}

function sayWhy(row: Condition): string {
  if (row.reason === 'NodeStatusUnknown') return 'contact lost';
  return (row.message ?? row.reason ?? 'no reason given').slice(0, 200);
}

function sayPod(object: Described): Said | undefined {
  const name = object.name?.value;
  const whose = name ? `Pod ${name}` : 'The pod';
  const status = object.fields.get('Status')?.value;
  const troubled = object.containers.find(
    (one) => one.state?.phase === 'Waiting' || one.last?.phase === 'Terminated',
  );
  const waiting = troubled?.state?.phase === 'Waiting' ? troubled.state.reason : undefined;
  const last = troubled?.last?.phase === 'Terminated' ? troubled.last : undefined;
  const details = [
    waiting ? `${troubled?.name} waits: ${waiting}` : '',
    last
      ? `${troubled?.name} last ended ${[last.reason, last.exitCode === undefined ? '' : `(${last.exitCode})`].join(' ').trim()}`
      : '',
  ].filter(Boolean);
  if (!status && details.length === 0) return undefined;
  const head = status ? `${whose} is ${status}` : whose;
  return {
    text: [head, details.join('; ')].filter(Boolean).join(': '),
    bad: details.length > 0 || !/^(?:Running|Succeeded)/.test(status ?? ''),
  };
}
