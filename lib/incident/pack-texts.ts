/**
 * The pack in two files: what the engine reckons with, and what only people read. The page starts the engine with the
 * first and gives it the whole as soon as the second is there; both before anything is pasted.
 */

import type { Pack } from '../triage/pack';

/** Keys under which people are told something, wherever they stand. */
const TOLD = new Set([
  ...['title', 'summary', 'alerts', 'why', 'note'],
  ...['riskNote', 'commands', 'saveFirst', 'verify', 'rollback'],
  ...['ask', 'command', 'label', 'looks', 'says', 'link'],
]);

/** A tree of the pack's shape with nothing but texts in it; null where there are none. */
export type PackTexts = Json;
type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** `core` has the shape of a pack whose texts are missing: good for ranking, with nothing to say. */
export function splitPack(pack: Pack): { core: Pack; texts: PackTexts } {
  const { core, texts } = split(pack as unknown as Json);
  return { core: core as unknown as Pack, texts };
}

export function joinPack(core: Pack, texts: PackTexts): Pack {
  return join(core as unknown as Json, texts) as unknown as Pack;
}

function split(value: Json): { core: Json; texts: Json } {
  if (typeof value !== 'object' || value === null) return { core: value, texts: null };
  if (Array.isArray(value)) {
    const both = value.map(split);
    const silent = both.every(({ texts }) => texts === null);
    return { core: both.map(({ core }) => core), texts: silent ? null : both.map(({ texts }) => texts) };
  }
  const core: Record<string, Json> = {};
  const texts: Record<string, Json> = {};
  for (const [key, each] of Object.entries(value)) {
    if (TOLD.has(key)) {
      texts[key] = each;
      continue;
    }
    const inner = split(each);
    core[key] = inner.core;
    if (inner.texts !== null) texts[key] = inner.texts;
  }
  return { core, texts: Object.keys(texts).length > 0 ? texts : null };
}

function join(core: Json | undefined, texts: Json): Json {
  if (core === undefined) return texts;
  if (texts === null || typeof texts !== 'object' || typeof core !== 'object' || core === null) return core;
  if (Array.isArray(core)) return core.map((each, at) => join(each, (texts as Json[])[at] ?? null));
  const whole = { ...core };
  for (const [key, each] of Object.entries(texts)) whole[key] = join(whole[key], each);
  return whole;
}
