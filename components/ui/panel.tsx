import { useId, type ReactNode } from 'react';
import { cx } from './class-names';
import styles from './panel.module.css';

/** A named part of a page. `framed` sets it apart from the text around it. */
export function Panel({
  title,
  label,
  level = 2,
  framed,
  className,
  beside,
  children,
}: {
  title: ReactNode;
  /** The name of the region where the title is not it. */
  label?: string;
  level?: 2 | 3;
  framed?: boolean;
  className?: string | undefined;
  /** Stands at the end of the title's line. */
  beside?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section
      className={cx(styles.panel, framed && styles.framed, className)}
      {...(label ? { 'aria-label': label } : { 'aria-labelledby': id })}
    >
      <div className={styles.head}>
        <Heading id={id} className={styles.title}>
          {title}
        </Heading>
        {beside}
      </div>
      {children}
    </section>
  );
}
