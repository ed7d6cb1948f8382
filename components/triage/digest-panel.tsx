'use client';

import type { ReactNode } from 'react';
import type { Digest } from '@/lib/triage/diagnosis';
import { Badge, Badges } from '../ui/badge';
import { Disclosure } from '../ui/disclosure';
import { Panel } from '../ui/panel';
import { FilledCommand } from './command';
import { LineLink } from './line-link';
import { ReadAs } from './read-as';
import type { Result } from './store';
import styles from './digest-panel.module.css';

/** Repeats that are shown before the rest of them folds. */
const SHOWN = 3;

/** What a recognised paste says, matched or not. */
export function DigestPanel({ result }: { result: Result }) {
  const { digest } = result.diagnosis;
  const harmless = digest.known.filter((known) => known.kind === 'harmless');
  const telling = digest.known.filter((known) => known.kind !== 'harmless');
  const [often, rest] = [digest.repeats.slice(0, SHOWN), digest.repeats.slice(SHOWN)];
  return (
    <Panel framed title="What the paste says" label="Digest">
      {digest.state.map((sentence) => (
        <p key={sentence} className={styles.state}>
          {sentence}
        </p>
      ))}
      <ReadAs result={result} />
      {digest.versions.length > 0 && (
        <Badges label="Versions">
          {digest.versions.map(({ component, version, subject }) => (
            <Badge key={`${component}${version}${subject}`}>
              {component} {version}
              {subject && ` on ${subject}`}
            </Badge>
          ))}
        </Badges>
      )}
      {digest.firstError && (
        <Item title="First error">
          <LineLink {...digest.firstError} />
        </Item>
      )}
      {digest.pasteNext.length > 0 && (
        <Item title="Worth pasting next">
          {digest.pasteNext.map((next) => (
            <div key={next.command} className={styles.next}>
              <p>{next.what}</p>
              <FilledCommand run={next.command} />
            </div>
          ))}
        </Item>
      )}
      {telling.length > 0 && (
        <Item title="Known lines">
          <KnownLines known={telling} />
        </Item>
      )}
      {often.length > 0 && (
        <Item title="Said most often">
          <Repeats repeats={often} />
          {rest.length > 0 && (
            <Disclosure summary={`${rest.length} more repeats`}>
              <Repeats repeats={rest} />
            </Disclosure>
          )}
        </Item>
      )}
      {digest.rarest.length > 0 && (
        <Item title="Said only once">
          {digest.rarest.map((rare) => (
            <LineLink key={`${rare.source}:${rare.line}`} {...rare} />
          ))}
        </Item>
      )}
      {harmless.length > 0 && (
        <Disclosure
          summary={
            harmless.length === 1 ? '1 kind of harmless lines' : `${harmless.length} kinds of harmless lines`
          }
        >
          <KnownLines known={harmless} />
        </Disclosure>
      )}
    </Panel>
  );
}

function Repeats({ repeats }: { repeats: Digest['repeats'] }) {
  return (
    <div className={styles.item}>
      {repeats.map((repeat) => (
        <LineLink key={`${repeat.source}:${repeat.line}`} {...repeat} note={timesOf(repeat)} />
      ))}
    </div>
  );
}

function Item({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.item}>
      <h3>{title}</h3>
      {children}
    </div>
  );
}

function KnownLines({ known }: { known: Digest['known'] }) {
  return (
    <ul className={styles.known}>
      {known.map((line) => (
        <li key={line.id}>
          {line.says} <span>{timesOf(line)}</span>
        </li>
      ))}
    </ul>
  );
}

function timesOf({ count, first, last }: { count: number; first?: string; last?: string }): string {
  const when = first && last && first !== last ? `, ${first} to ${last}` : first ? `, ${first}` : '';
  return `${count} ${count === 1 ? 'time' : 'times'}${when}`;
}
