/** An unknown paste becomes the folder of a new incident. */

import { skeleton } from '../incident/skeleton';
import { redactAll } from '../redact/redact';
import type { Case, Diagnosis } from '../triage/diagnosis';
import { redact } from '../redact/redact';

export interface DraftInput {
  triageCase: Case;
  diagnosis: Diagnosis;
  /** Folder name and day of writing (ISO), which only the person and the page know. */
  slug: string;
  date: string;
  title?: string;
}

export interface DraftFile {
  path: string;
  text: string;
}

/** At most so many lines become signatures to be written. */
const LINES = 4;

/** `index.mdx` with the telling lines, and the redacted paste as the first sample. */
export function draftIncident({ triageCase, diagnosis, slug, date, title }: DraftInput): DraftFile[] {
  const { texts, names } = redactAll(triageCase.parts.map(({ source }) => source));
  const { firstError, rarest } = diagnosis.digest;
  const told = [...(firstError ? [firstError.text] : []), ...rarest.map(({ text }) => text)];
  const lines = [...new Set(told.map((text) => redact(text, names).text.trim()))].slice(0, LINES);
  const folder = `content/incidents/${slug}`;
  const sample = texts.map((text) => text.replace(/\n*$/, '\n')).join('\n');
  return [
    { path: `${folder}/index.mdx`, text: skeleton({ date, lines, ...(title ? { title } : {}) }) },
    ...(sample.trim() === '' ? [] : [{ path: `${folder}/hit-first-case.txt`, text: sample }]),
  ];
}
