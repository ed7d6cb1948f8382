'use client';

import { CiteForms } from '../incident/cite-forms';
import { usePack, useTriage } from '../triage/context';

/** The first finding with the signatures that fired: what a postmortem or a fix names. */
export function CiteSection() {
  const result = useTriage((state) => state.result);
  const pack = usePack();
  const finding = result?.diagnosis.findings[0];
  const incident = pack?.incidents.find(({ id }) => id === finding?.incident);
  if (!finding || !incident || !pack)
    return <p>Nothing of the book was found, so there is nothing to cite. The postmortem holds the rest.</p>;
  return (
    <CiteForms
      cited={incident}
      release={pack.release}
      signatures={finding.for.map(({ signature }) => signature)}
    />
  );
}
