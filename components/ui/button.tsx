import type { ComponentProps } from 'react';
import { cx } from './class-names';
import styles from './button.module.css';

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger';

/** A button at least 44 px high on touch screens. `type` is never "submit" by accident. */
export function Button({
  look = 'plain',
  className,
  ...rest
}: { look?: ButtonLook } & ComponentProps<'button'>) {
  return <button type="button" {...rest} className={cx(styles.button, styles[look], className)} />;
}
