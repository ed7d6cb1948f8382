import type { Area } from '../triage/pack';
import type { Book } from './load.server';

/** A paste to try the page with. */
export interface PickableSample {
  incident: string;
  title: string;
  area: Area;
  name: string;
  text: string;
}

/** The shortest hit of each incident; ties break by name. Retired and draft incidents have none. */
export function samplesOf(book: Book): PickableSample[] {
  return book.incidents.flatMap(({ id, front, samples }) => {
    if (front.status !== 'stable') return [];
    const hits = samples.filter((sample) => sample.kind === 'hit');
    const shortest = hits.sort((a, b) => a.text.length - b.text.length || (a.name < b.name ? -1 : 1))[0];
    return shortest
      ? [{ incident: id, title: front.title, area: front.area, name: shortest.name, text: shortest.text }]
      : [];
  });
}
