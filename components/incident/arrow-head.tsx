import styles from './diagram.module.css';

/** The head that arrows of one drawing name by its id. */
export function ArrowHead({ id }: { id: string }) {
  return (
    <defs>
      <marker id={id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
        <path d="M0 0L8 4L0 8z" className={styles.head} />
      </marker>
    </defs>
  );
}
