'use client';

import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../ui/button';
import { useActions } from './context';
import { PASTE_BOX } from './use-paste';
import styles from './paste-box.module.css';

interface Props {
  label: string;
  placeholder: string;
  small?: boolean;
  /** Another way in, shown in the foot of the box. */
  action?: ReactNode;
}

/** The box for a paste. A paste is taken at once; typed text waits for the button or Ctrl+Enter. */
export function PasteBox({ label, placeholder, small, action }: Props) {
  const [text, setText] = useState('');
  const { paste } = useActions();
  const submit = () => {
    paste(text);
    if (text.trim() !== '') setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  return (
    <div className={styles.box}>
      <textarea
        {...{ [PASTE_BOX]: '' }}
        aria-label={label}
        placeholder={placeholder}
        className={small ? styles.small : styles.large}
        autoFocus
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
        <Button look="primary" onClick={submit}>
          Diagnose
        </Button>
      </div>
    </div>
  );
}
