import { CopyButton } from '@/components/ui/copy-button';
import styles from './cards.module.css';

/** A script or manifest of the incident's folder, whole, with a copy button. */
export function File({ name, text }: { name: string; text: string }) {
  return (
    <figure className={styles.card}>
      <figcaption className={styles.fileHead}>
        <code>{name}</code>
        <CopyButton text={text} what={name} />
      </figcaption>
      <pre className={styles.file} tabIndex={0} aria-label={name}>
        <code>{text}</code>
      </pre>
    </figure>
  );
}
