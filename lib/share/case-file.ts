/** The case file: for handover. Unlike the link it holds the paste, after redaction. */

import { z } from 'zod';
import type { Case, Diagnosis } from '../triage/diagnosis';
import { fileFault, fileNewer, NO_CASE, NO_JSON } from './problems';

export const FORMAT = 'faultbook-case';
export const FILE_VERSION = 1;

const text = z.string().max(200);
const fileSchema = z.object({
  format: z.literal(FORMAT),
  version: z.number().int().positive(),
  release: text,
  verdict: z.enum(['match', 'unsure', 'none']),
  findings: z.array(
    z.object({
      incident: text,
      probability: z.number().min(0).max(1),
      band: text,
      signatures: z.array(text),
    }),
  ),
  case: z.object({
    parts: z.array(
      z.object({
        name: text.optional(),
        source: z.string(),
        format: text.optional(),
        overrides: z
          .array(z.object({ from: z.number().int(), to: z.number().int(), format: text }))
          .optional(),
      }),
    ),
    answers: z.array(z.object({ check: text, outcome: text, by: z.enum(['picked', 'pasted']) })),
    tried: z.array(z.object({ incident: text, fix: text })),
    profile: z.object({
      runtime: z.enum(['docker', 'containerd', 'cri-o']).optional(),
      cgroup: z.union([z.literal(1), z.literal(2)]).optional(),
      managed: z.boolean().optional(),
      versions: z.record(text, text).optional(),
    }),
  }),
});

export type CaseFile = z.infer<typeof fileSchema>;
export type OpenedCase = { ok: true; file: CaseFile } | { ok: false; problem: string };

/** `redacted[i]` stands for `case.parts[i].source`; a part without one is left out, never sent as it is. */
export function caseFile(triageCase: Case, diagnosis: Diagnosis, redacted: readonly string[]): string {
  const file: CaseFile = {
    format: FORMAT,
    version: FILE_VERSION,
    release: diagnosis.release,
    verdict: diagnosis.verdict,
    findings: diagnosis.findings.map(({ incident, probability, band, for: pro }) => ({
      incident,
      probability,
      band,
      signatures: pro.map(({ signature }) => signature),
    })),
    case: {
      parts: triageCase.parts.flatMap(({ format, overrides }, index) => {
        const source = redacted[index];
        return source === undefined
          ? []
          : [
              {
                name: `Part ${index + 1}`,
                source,
                ...(format ? { format } : {}),
                ...(overrides ? { overrides } : {}),
              },
            ];
      }),
      answers: triageCase.answers,
      tried: triageCase.tried,
      profile: triageCase.profile,
    },
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

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
