/** For tests: the command line in this process, with what it printed. */

import { vi } from 'vitest';
import type { Pack } from '../triage/pack';
import { main } from './main';

export interface Printed {
  code: number;
  out: string;
  err: string;
}

export async function runMain(args: string[], loadPack: () => Pack): Promise<Printed> {
  const out: string[] = [];
  const err: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text));
  const error = vi.spyOn(console, 'error').mockImplementation((text: string) => void err.push(text));
  try {
    const code = await main(args, loadPack);
    return { code, out: out.join('\n'), err: err.join('\n') };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}
