import type { PickableSample } from '@/lib/incident/samples';
import type { Pack } from '@/lib/triage/pack';
import { href } from '../ui/link';

export interface LoadedBook {
  pack: Pack;
  samples: PickableSample[];
}

/** Everything the page will ever need, fetched while it loads: after a paste there is nothing left to ask for. */
export async function loadBook(): Promise<LoadedBook> {
  const [pack, samples] = await Promise.all([
    getJson<Pack>('/pack.json'),
    getJson<PickableSample[]>('/samples.json'),
  ]);
  return { pack, samples };
}

async function getJson<T>(path: string): Promise<T> {
  const response = await fetch(href(path));
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as T;
}
