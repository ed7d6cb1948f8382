'use client';

import { CommandLine } from '@/components/ui/command-line';
import { fill } from '@/lib/fill/fill';
import { useLabels } from './use-labels';

/** A command of the book, filled with the labels of the alert. */
export function FilledCommand({ run }: { run: string }) {
  return <CommandLine run={fill(run, useLabels().chosen).run} />;
}
