'use client';

import { useMemo } from 'react';
import { chosenFrom, fill, type Chosen } from '@/lib/fill';
import { CommandLine } from '../ui/command-line';
import { useTriage } from './context';

const NOTHING = { facts: [], findings: [] };

/** What commands are filled with: what the paste said, under what the person chose. */
export function useChosen(): Chosen {
  const diagnosis = useTriage((state) => state.result?.diagnosis);
  const names = useTriage((state) => state.names);
  return useMemo(() => chosenFrom(diagnosis ?? NOTHING, names), [diagnosis, names]);
}

/** A command of the book, filled as far as the paste goes. */
export function FilledCommand({ run, destroys }: { run: string; destroys?: string }) {
  const filled = fill(run, useChosen());
  return <CommandLine run={filled.run} missing={filled.missing} {...(destroys ? { destroys } : {})} />;
}
