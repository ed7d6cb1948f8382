'use client';

import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../ui/button';

/** Chooses files from the disk: the way in for those who cannot drag. */
export function FileButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>
        <FileUp size={16} aria-hidden /> Open a file
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to read"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </>
  );
}
