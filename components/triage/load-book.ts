import { joinPack, type PackTexts } from '@/lib/incident/pack-texts';
import type { PickableSample } from '@/lib/incident/samples';
import type { Pack } from '@/lib/triage/pack';
import { spawnFrom } from '@/lib/worker/blob-worker';
import { href } from '../ui/link';

export interface LoadedBook {
  /** What the engine reckons with; it can warm up before the rest is there. */
  core: Pack;
  /** The whole pack. */
  pack: Promise<Pack>;
  samples: PickableSample[];
  /** A fresh worker of the engine, from memory. */
  spawn: () => Worker;
}

/** Everything the page will ever need, fetched while it loads: after a paste there is nothing left to ask for. */
export async function loadBook(): Promise<LoadedBook> {
  const texts = getJson<PackTexts>('/texts.json');
  // A failure is told by whoever awaits `pack`; until then it is nobody's.
  texts.catch(() => {});
  const [core, samples, engine] = await Promise.all([
    getJson<Pack>('/pack.json'),
    getJson<PickableSample[]>('/samples.json'),
    get('/engine.js').then((response) => response.text()),
  ]);
  const pack = texts.then((told) => joinPack(core, told));
  return { core, pack, samples, spawn: spawnFrom(engine) };
}

async function getJson<T>(path: string): Promise<T> {
  return (await (await get(path)).json()) as T;
}

async function get(path: string): Promise<Response> {
  const response = await fetch(href(path));
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response;
}
