/** What the page and the worker say to each other. Plain data, told apart by `type`. */

import type { Case, Diagnosis, FileExcerpt } from '../triage/diagnosis';
import type { Pack } from '../triage/pack';

export type ToWorker =
  /** First message; the worker keeps the pack until another one comes. */
  | { type: 'pack'; pack: Pack }
  | { type: 'triage'; id: number; triageCase: Case }
  | { type: 'read'; id: number; file: File }
  /** Give the reading of a file up; `id` is that of its `read`. */
  | { type: 'cancel'; id: number }
  /** Which outcomes of one check does this text show? */
  | { type: 'recognise'; id: number; check: string; text: string }
  | ({ type: 'draft'; id: number } & DraftOf)
  | ({ type: 'share'; id: number } & ShareOf);

export type FromWorker =
  | ({ type: 'diagnosed'; id: number } & Diagnosed)
  | ({ type: 'read'; id: number } & ReadFile)
  /** A file is being read; the answer is still to come. */
  | ({ type: 'progress'; id: number } & Progress)
  | { type: 'recognised'; id: number; outcomes: string[] }
  | ({ type: 'drafted'; id: number } & Draft)
  | ({ type: 'shared'; id: number } & Shared)
  /** An expected failure, in a sentence for the person. */
  | { type: 'failed'; id: number; sentence: string };

export interface Diagnosed {
  diagnosis: Diagnosis;
  /** Per part: the offset at which each line begins. The page shows lines without splitting the text again. */
  starts: Uint32Array[];
}

export interface ReadFile {
  text: string;
  /** What was cut or repaired, in sentences. */
  limits: string[];
  /** Set when `text` is what was read of a file beyond 10 MB; goes into the case with it. */
  excerpt?: FileExcerpt;
}

export interface Progress {
  /** Bytes of the file read so far, and its size. */
  bytes: number;
  of: number;
  /** Bytes a second. */
  rate: number;
}

/** What a draft of a new incident is made of. */
export interface DraftOf {
  texts: string[];
  /** Lines that the book does not explain. */
  lines: string[];
  /** Day of writing, ISO. */
  date: string;
}

/** A new incident to fill in, and its first sample; both without names and secrets. */
export interface Draft {
  mdx: string;
  sample: string;
  /** How many places were made anonymous. */
  hidden: number;
}

/** A case as it was diagnosed, and the address of the book for its links. */
export interface ShareOf {
  triageCase: Case;
  diagnosis: Diagnosis;
  site: string;
}

/** What may leave the browser, by the person's own hand: without names and secrets. */
export interface Shared {
  /** One a part, in order. */
  texts: string[];
  /** How many places were changed, by kind. */
  counts: Record<string, number>;
  caseFile: string;
  /** Markdown. */
  postmortem: string;
}

/** A result, or the sentence that says why there is none. */
export type Outcome<T> = { type: 'ok'; value: T } | { type: 'failed'; sentence: string };
