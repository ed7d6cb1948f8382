import type { SignatureSource } from '@/lib/incident/schema';
import { FORMATS, isFormatId } from '@/lib/triage/formats/ids';
import { AnchorLink } from './anchor-link';
import { WEIGHT_WORDS } from './words';
import styles from './cards.module.css';

/** What is looked for in a paste, and why it speaks for (or against) this incident. */
export function Signature({ signature }: { signature: SignatureSource }) {
  const places = (signature.in ?? []).map((format) => (isFormatId(format) ? FORMATS[format].title : format));
  return (
    <article className={styles.signature} id={`sig-${signature.id}`}>
      <p>
        {signature.why} <AnchorLink anchor={`sig-${signature.id}`} to={signature.id} />
      </p>
      <pre className={styles.pattern} tabIndex={0} aria-label="What it looks like">
        <code>{looksLike(signature)}</code>
      </pre>
      <p className={styles.note}>
        {WEIGHT_WORDS[signature.weight]}
        {places.length > 0 && ` Looked for in ${places.join(', ')}.`}
      </p>
    </article>
  );
}

function looksLike(signature: SignatureSource): string {
  if ('line' in signature) return signature.example;
  // Stacks print the innermost call first; signatures name the outermost first.
  if ('frames' in signature) return [...signature.frames].reverse().join('\n').replaceAll('|', ' | ');
  const { fact, min, max, equals, pattern, versions } = signature;
  const limits = [
    min !== undefined && `at least ${min}`,
    max !== undefined && `at most ${max}`,
    equals !== undefined && `is ${equals}`,
    pattern !== undefined && `matches ${pattern}`,
    versions !== undefined && versions,
  ].filter(Boolean);
  return `${fact} ${limits.join(', ')}`.trim();
}
