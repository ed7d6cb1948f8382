/** One engine for the page, started at the first sample that is tried. */

import { loadBook } from '@/components/triage/load-book';
import { startEngine, type Engine } from '@/lib/worker/client';
import { href } from '@/components/ui/link';

let engine: Promise<Engine> | undefined;
const texts = new Map<string, Promise<Record<string, string>>>();

export function theEngine(): Promise<Engine> {
  engine ??= loadBook().then(async ({ pack, spawn }) => startEngine(await pack, spawn));
  engine.catch(() => (engine = undefined));
  return engine;
}

export function samplesOf(incident: string): Promise<Record<string, string>> {
  let asked = texts.get(incident);
  if (!asked) {
    asked = getJson<Record<string, string>>(`/incidents/${incident}/samples.json`);
    asked.catch(() => texts.delete(incident));
    texts.set(incident, asked);
  }
  return asked;
}

async function getJson<T>(path: string): Promise<T> {
  const response = await fetch(href(path));
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as T;
}
