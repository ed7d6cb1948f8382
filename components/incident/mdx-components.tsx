import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import type { Book, IncidentEntry } from '@/lib/incident/load.server';
import type { MdxComponents } from '@/lib/incident/render.server';
import { HEADINGS } from '@/lib/incident/schema';
import { Check } from './check';
import { CodeBlock } from './code-block';
import { Command } from './command';
import { File } from './file';
import { Fix } from './fix';
import { Flow } from './flow';
import { Heading } from './heading';
import { Lanes } from './lanes';
import { Signature } from './signature';

const ANCHORS = new Map<string, string>(
  HEADINGS.map((heading) => [heading, heading.toLowerCase().replaceAll(' ', '-')]),
);

/** The components of one incident's body; each names an id, the data comes from its front matter. */
export function mdxComponents(entry: IncidentEntry, book: Book): MdxComponents {
  const { id: incident, front, files } = entry;
  const components = {
    Signature: ({ id }: { id: string }) => (
      <Signature
        signature={found(
          front.signatures.find((each) => each.id === id),
          'signature',
          id,
          incident,
        )}
      />
    ),
    Check: ({ id }: { id: string }) => {
      const check = found(
        book.checks.find((each) => each.id === id),
        'check',
        id,
        incident,
      ).check;
      return <Check id={id} check={check} predicts={front.checks[id] ?? {}} />;
    },
    Fix: ({ id }: { id: string }) => (
      <Fix
        fix={found(
          front.fixes.find((each) => each.id === id),
          'fix',
          id,
          incident,
        )}
      />
    ),
    File: ({ name }: { name: string }) => (
      <File name={name} text={found(files[name], 'file', name, incident)} />
    ),
    Command,
    Flow,
    Lanes,
    pre: CodeBlock,
    // Links inside the book stand under the base path too.
    a: ({ href, children }: { href: string; children?: ReactNode }) => <Link to={href}>{children}</Link>,
    h2: ({ children }: { children?: ReactNode }) => (
      <Heading anchor={ANCHORS.get(String(children))}>{children}</Heading>
    ),
  };
  return components as unknown as MdxComponents;
}

/** An id that does not resolve breaks the build, with the sentence that helps. */
function found<T>(value: T | undefined, kind: string, id: string, incident: string): T {
  if (value === undefined)
    throw new Error(
      `content/incidents/${incident}/index.mdx draws the ${kind} "${id}", which does not exist.`,
    );
  return value;
}
