'use client';

import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../ui/button';
import { cx } from '../ui/class-names';
import { useInputs } from './context';
import { PASTE_BOX, PASTE_CHECK } from './use-paste';
import styles from './paste-box.module.css';

interface Props {
  label: string;
  placeholder: string;
  small?: boolean;
  /** The check whose output this box takes; such a box does not take the focus. */
  check?: string;
  submit?: string;
  /** Another way in, shown in the foot of the box. */
  action?: ReactNode;
}

/** The box for a paste. A paste is taken at once; typed text waits for the button or Ctrl+Enter. */
export function PasteBox({ label, placeholder, small, check, submit = 'Diagnose', action }: Props) {
  const [text, setText] = useState('');
  const { takePaste } = useInputs();
  const send = () => {
    takePaste(text, check);
    if (text.trim() !== '') setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  return (
    <div className={styles.box}>
      <textarea
        {...{ [PASTE_BOX]: '', ...(check ? { [PASTE_CHECK]: check } : {}) }}
        aria-label={label}
        placeholder={placeholder}
        className={cx(check ? styles.tiny : small ? styles.small : styles.large)}
        autoFocus={!check}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.foot}>
        {action}
        <span className={styles.hint}>Ctrl+Enter</span>
        <Button look={check ? 'plain' : 'primary'} onClick={send}>
          {submit}
        </Button>
      </div>
    </div>
  );
}
