'use client';

import { Check, Copy, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button';
import { copyText } from './copy-text';

type State = 'idle' | 'copied' | 'refused';
const WORDS = { idle: 'Copy', copied: 'Copied', refused: 'Not allowed' } as const;
const ICONS = { idle: Copy, copied: Check, refused: TriangleAlert } as const;

/** Copies `text`. `what` completes the accessible name: "Copy: kubectl drain …". */
export function CopyButton({
  text,
  what,
  label,
  copied = WORDS.copied,
}: {
  text: string;
  what: string;
  label?: string;
  /** Said when it was copied. */
  copied?: string;
}) {
  const [state, setState] = useState<State>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const Icon = ICONS[state];
  return (
    <Button
      // A button that only says “Copy” may be its icon alone where a command is narrow.
      data-copy={label ? 'named' : 'plain'}
      aria-label={`${label ?? 'Copy'}: ${what}`}
      onClick={() => void copyText(text).then((done) => setState(done ? 'copied' : 'refused'))}
    >
      <Icon size={16} aria-hidden />
      <span aria-live="polite">
        {state === 'idle' ? (label ?? WORDS.idle) : state === 'copied' ? copied : WORDS[state]}
      </span>
    </Button>
  );
}
