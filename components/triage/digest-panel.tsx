'use client';

import type { ReactNode } from 'react';
import type { Digest } from '@/lib/triage/diagnosis';
import { Badge, Badges } from '../ui/badge';
import { Disclosure } from '../ui/disclosure';
import { FilledCommand } from './command';
import { LineLink } from './line-link';
import type { Result } from './store';
import styles from './digest-panel.module.css';

/** What a recognised paste says, matched or not. */
export function DigestPanel({ result }: { result: Result }) {
  const { digest } = result.diagnosis;
  const harmless = digest.known.filter((known) => known.kind === 'harmless');
  const telling = digest.known.filter((known) => known.kind !== 'harmless');
  return (
    <section className={styles.digest} aria-label="Digest">
      {digest.state.map((sentence) => (
        <p key={sentence} className={styles.state}>
          {sentence}
        </p>
      ))}
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
      {digest.repeats.length > 0 && (
        <Item title="Repeats">
          {digest.repeats.map((repeat) => (
            <LineLink key={`${repeat.source}:${repeat.line}`} {...repeat} note={timesOf(repeat)} />
          ))}
        </Item>
      )}
      {digest.rarest.length > 0 && (
        <Item title="Rarest lines">
          {digest.rarest.map((rare) => (
            <LineLink key={`${rare.source}:${rare.line}`} {...rare} />
          ))}
        </Item>
      )}
      {harmless.length > 0 && (
        <Disclosure summary={`${harmless.length} kinds of harmless lines`}>
          <KnownLines known={harmless} />
        </Disclosure>
      )}
    </section>
  );
}

function Item({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.item}>
      <h2>{title}</h2>
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
