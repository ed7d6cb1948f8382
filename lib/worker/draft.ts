/** An unknown paste becomes the draft of an incident: the skeleton, and the redacted paste as its first sample. */

import { redactAll } from '../redact/redact';
import { skeleton } from '../incident/skeleton';
import type { Draft, DraftOf } from './protocol';

/** A sample is read by people: what is longer is cut at its end. */
const MAX_SAMPLE = 64 * 1024;
const MAX_LINES = 3;

export function draftOf({ texts, lines, date }: DraftOf): Draft {
  const sample = texts.map((text) => text.trimEnd()).join('\n\n');
  const cut = sample.length > MAX_SAMPLE ? sample.slice(0, sample.lastIndexOf('\n', MAX_SAMPLE)) : sample;
  // Together, so that a name that the sample gives away is hidden in the examples too.
  const hidden = redactAll([cut, ...lines.slice(0, MAX_LINES)]);
  const [body = '', ...examples] = hidden.texts;
  return {
    mdx: skeleton({ date, lines: examples.map((line) => line.trim()).filter((line) => line !== '') }),
    sample: `${body}\n`,
    hidden: Object.values(hidden.counts).reduce((sum, count) => sum + (count ?? 0), 0),
  };
}
