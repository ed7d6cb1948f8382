/** Opens a case file. Apart from its writer, which the engine's worker carries: the schema is not needed there. */

import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { FILE_VERSION, FORMAT } from './case-file';
import { fileFault, fileNewer, NO_CASE, NO_JSON } from './problems';

// Without generated code, which the policy of the page forbids.
z.config({ ...en(), jitless: true });

const text = z.string().check(z.maxLength(200));
const fileSchema = z.object({
  format: z.literal(FORMAT),
  version: z.int().check(z.positive()),
  release: text,
  verdict: z.enum(['match', 'unsure', 'none']),
  findings: z.array(
    z.object({
      incident: text,
      probability: z.number().check(z.minimum(0), z.maximum(1)),
      band: text,
      signatures: z.array(text),
    }),
  ),
  case: z.object({
    parts: z.array(
      z.object({
        name: z.optional(text),
        source: z.string(),
        format: z.optional(text),
        overrides: z.optional(z.array(z.object({ from: z.int(), to: z.int(), format: text }))),
      }),
    ),
    answers: z.array(z.object({ check: text, outcome: text, by: z.enum(['picked', 'pasted']) })),
    tried: z.array(z.object({ incident: text, fix: text })),
    profile: z.object({
      runtime: z.optional(z.enum(['docker', 'containerd', 'cri-o'])),
      cgroup: z.optional(z.union([z.literal(1), z.literal(2)])),
      managed: z.optional(z.boolean()),
      versions: z.optional(z.record(text, text)),
    }),
  }),
});

export type CaseFile = z.infer<typeof fileSchema>;
export type OpenedCase = { ok: true; file: CaseFile } | { ok: false; problem: string };

/** Unknown keys are dropped; anything else that is wrong is a sentence. */
export function openCaseFile(content: string): OpenedCase {
  let json: unknown;
  try {
    json = JSON.parse(content.replace(/^\ufeff/, ''));
  } catch {
    return { ok: false, problem: NO_JSON };
  }
  const head = z.object({ format: z.literal(FORMAT), version: z.number() }).safeParse(json);
  if (!head.success) return { ok: false, problem: NO_CASE };
  if (head.data.version > FILE_VERSION)
    return { ok: false, problem: fileNewer(head.data.version, FILE_VERSION) };
  const parsed = fileSchema.safeParse(json);
  if (parsed.success) return { ok: true, file: parsed.data };
  const issue = parsed.error.issues[0];
  return {
    ok: false,
    problem: fileFault(issue?.path.join('.') || 'the top', issue?.message ?? 'unreadable'),
  };
}
