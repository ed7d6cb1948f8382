/** The attribute of a reason in "What to do": `incident/signature`. */
export const REASON = 'data-reason';

/** The attribute of the lines themselves. */
export const PANE = 'data-pane';

/** Gives the lines the focus, so that their keys work: the way back from there is Enter. */
export function goToLines(): void {
  document.querySelector<HTMLElement>(`[${PANE}]`)?.focus({ preventScroll: true });
}

/** Leads the eye and the focus to a reason in "What to do". The sum of a finding may be closed around it. */
export function goToReason(key: string): void {
  const places = [...document.querySelectorAll<HTMLElement>(`[${REASON}="${CSS.escape(key)}"]`)];
  const place = places.find((each) => each.checkVisibility()) ?? places[0] ?? ofIncident(key);
  if (!place) return;
  for (let around = place.closest('details'); around; around = parentDetails(around)) around.open = true;
  place.scrollIntoView({ block: 'center' });
  place.focus({ preventScroll: true });
}

function parentDetails(details: HTMLElement): HTMLDetailsElement | null {
  return details.parentElement?.closest('details') ?? null;
}

/** Another reason of the same incident, where this one is not written out. */
function ofIncident(key: string): HTMLElement | null {
  const incident = key.slice(0, key.indexOf('/') + 1);
  return document.querySelector<HTMLElement>(`[${REASON}^="${CSS.escape(incident)}"]`);
}
