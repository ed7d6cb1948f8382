/** The shape of everything under `content/`. Unknown keys are refused everywhere. */

import { z } from 'zod';

export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const slug = z.string().regex(SLUG, 'use lower-case words joined by hyphens');
const text = z.string().trim().min(1);
const date = z.iso.date();
const versions = z
  .string()
  .regex(
    /^((>=|<=|>|<|=)[0-9A-Za-z.+:~_-]+)( (>=|<=|>|<|=)[0-9A-Za-z.+:~_-]+)*$/,
    'write a range such as ">=1.9 <1.14"',
  );

const frequency = z.enum(['very-common', 'common', 'occasional', 'rare', 'exotic']);
const likelihood = z.enum(['always', 'usually', 'often', 'sometimes', 'rarely', 'never']);
const weight = z.enum(['conclusive', 'strong', 'supporting', 'weak', 'against']);

const line = {
  /** The line the pattern was written for, verbatim. It stands above the pattern. */
  example: text,
  line: text,
  ignoreCase: z.boolean().optional(),
  near: z.array(z.strictObject({ line: text, within: z.number().int().min(1).max(200) })).optional(),
  /** Patterns that must match the same line too, in any order. */
  and: z.array(text).optional(),
  unless: z.array(text).optional(),
};
const frames = { frames: z.array(text).min(1), unless: z.array(text).optional() };
const fact = {
  fact: text,
  min: z.number().optional(),
  max: z.number().optional(),
  equals: z.union([z.string(), z.number(), z.boolean()]).optional(),
  pattern: text.optional(),
  versions: versions.optional(),
};
const where = { in: z.array(text).min(1).optional() };
const signatureHead = {
  id: slug,
  ...where,
  weight,
  group: slug.optional(),
  why: text,
  whenAbsent: z.strictObject({ weight, why: text }).optional(),
};

export const signatureSchema = z.union([
  z.strictObject({ ...signatureHead, ...line }),
  z.strictObject({ ...signatureHead, ...frames }),
  z.strictObject({ ...signatureHead, ...fact }),
]);
export const outcomeSignatureSchema = z.union([
  z.strictObject({ ...where, ...line }),
  z.strictObject({ ...where, ...frames }),
  z.strictObject({ ...where, ...fact }),
]);

const applies = z.strictObject({ component: slug, versions, fixed: text.optional(), note: text.optional() });
const command = z.union([text, z.strictObject({ run: text, destroys: text.optional() })]);

export const fixSchema = z.strictObject({
  id: slug,
  action: slug,
  title: text,
  kind: z.enum(['stop-bleeding', 'permanent', 'prevention']),
  effect: z.enum(['cures', 'relieves', 'masks']),
  works: likelihood,
  minutes: z.number().positive(),
  risk: z.enum(['none', 'low', 'medium', 'high']),
  riskNote: text.optional(),
  reversible: z.boolean(),
  loses: z.array(z.enum(['evidence', 'availability', 'data'])),
  needs: z.array(
    z.enum([
      'node-root',
      'cluster-admin',
      'control-plane',
      'reboot',
      'image-build',
      'deploy',
      'cloud-console',
      'maintenance-window',
    ]),
  ),
  applies: z.array(applies).default([]),
  commands: z.array(command).default([]),
  saveFirst: z.array(text).default([]),
  verify: z.strictObject({ command: text, expect: text }),
  rollback: text,
});

export const incidentSchema = z.strictObject({
  title: text,
  summary: text,
  status: z.enum(['draft', 'stable', 'retired']),
  successor: slug.optional(),
  formerly: z.array(slug).default([]),
  owner: text.optional(),
  area: z.enum(['kernel', 'runtime', 'kubelet', 'network', 'storage', 'control-plane', 'workload']),
  severity: z.enum(['workload', 'node', 'cluster']),
  frequency,
  applies: z.array(applies).default([]),
  signatures: z.array(signatureSchema).min(1),
  checks: z.record(slug, z.record(slug, likelihood)).default({}),
  fixes: z.array(fixSchema).min(1),
  blocks: z.array(slug).default([]),
  related: z.array(slug).default([]),
  alerts: z.array(z.string().regex(/^[A-Z][A-Za-z0-9]+$/)).default([]),
  sources: z
    .array(
      z.strictObject({
        title: text,
        by: text.optional(),
        date: text.optional(),
        url: z.url().optional(),
        what: text,
      }),
    )
    .min(1),
  verified: z.array(z.strictObject({ date, by: text, on: text })).default([]),
  occurrences: z
    .array(
      z.strictObject({
        date,
        url: z.url(),
        verdict: z.enum(['confirmed', 'contributing', 'ruled-out', 'new']),
      }),
    )
    .default([]),
  changes: z.array(z.strictObject({ revision: z.number().int().positive(), date, what: text })).min(1),
});

export const checkSchema = z.strictObject({
  ask: text,
  command: text.optional(),
  where: z.enum(['laptop', 'node', 'pod', 'cloud-console']),
  minutes: z.number().positive(),
  root: z.boolean(),
  disturbs: z.boolean(),
  outcomes: z
    .array(
      z.strictObject({
        id: slug,
        label: text,
        looks: text.optional(),
        signature: outcomeSignatureSchema.optional(),
      }),
    )
    .min(2),
  background: z.record(slug, likelihood),
  group: slug.optional(),
  symptom: z.enum(['pod', 'node', 'network', 'jobs', 'control-plane']).optional(),
  prints: z.array(text).default([]),
  needs: z
    .array(z.enum(['docker', 'containerd', 'cri-o', 'cgroup-v1', 'cgroup-v2', 'control-plane', 'prometheus']))
    .default([]),
  /** Where an `always` or `never` of this check comes from. */
  sources: z.array(text).default([]),
});

export const knownLineSchema = z.strictObject({
  id: slug,
  /** A real line it was written for, verbatim. */
  sample: text,
  pattern: text,
  in: z.array(text).optional(),
  says: text,
  kind: z.enum(['harmless', 'symptom', 'pointer']),
  link: text.optional(),
  /** What to paste after this line, where the line itself says what would tell more. */
  next: z.strictObject({ what: text, command: text }).optional(),
});
export const knownLinesSchema = z.array(knownLineSchema).min(1);

export type IncidentSource = z.infer<typeof incidentSchema>;
export type CheckSource = z.infer<typeof checkSchema>;
export type KnownLineSource = z.infer<typeof knownLineSchema>;
export type SignatureSource = z.infer<typeof signatureSchema>;

export { HEADINGS } from './headings';
