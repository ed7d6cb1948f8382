import type { ReactNode } from 'react';
import { isValidElement } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import styles from './cards.module.css';

/** A fenced block of the body: shown as it is, with its copy button. */
export function CodeBlock({ children }: { children?: ReactNode }) {
  const text = textOf(children).replace(/\n$/, '');
  return (
    <figure className={styles.card}>
      <pre className={styles.file} tabIndex={0} aria-label="Example">
        <code>{text}</code>
      </pre>
      <CopyButton text={text} what={text.split('\n', 1)[0] ?? 'block'} />
    </figure>
  );
}

function textOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (isValidElement<{ children?: ReactNode }>(node)) return textOf(node.props.children);
  return '';
}
