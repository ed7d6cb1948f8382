/** What the words of the front matter read like on the page. */

import type {
  Effect,
  FixKind,
  Frequency,
  Likelihood,
  Loss,
  Risk,
  Severity,
  Status,
  Weight,
  Where,
} from '@/lib/triage/pack';

export const AREA_WORDS = {
  kernel: 'Kernel',
  runtime: 'Container runtime',
  kubelet: 'Kubelet',
  network: 'Network',
  storage: 'Storage',
  'control-plane': 'Control plane',
  workload: 'Workload',
} as const;

export const SEVERITY_WORDS: Record<Severity, string> = {
  workload: 'hits one workload',
  node: 'hits a whole node',
  cluster: 'hits the cluster',
};

export const FREQUENCY_WORDS: Record<Frequency, string> = {
  'very-common': 'very common',
  common: 'common',
  occasional: 'occasional',
  rare: 'rare',
  exotic: 'exotic',
};

export const STATUS_WORDS: Record<Status, string> = { draft: 'draft', stable: 'stable', retired: 'retired' };

export const KIND_WORDS: Record<FixKind, string> = {
  'stop-bleeding': 'stops the bleeding',
  permanent: 'permanent',
  prevention: 'prevention',
};

export const EFFECT_WORDS: Record<Effect, string> = {
  cures: 'cures the cause',
  relieves: 'relieves, the cause stays',
  masks: 'masks the symptom',
};

export const RISK_WORDS: Record<Risk, string> = {
  none: 'no risk',
  low: 'low risk',
  medium: 'medium risk',
  high: 'high risk',
};

export const LOSS_WORDS: Record<Loss, string> = {
  evidence: 'evidence',
  availability: 'availability',
  data: 'data',
};

export const NEED_WORDS: Record<string, string> = {
  'node-root': 'root on the node',
  'cluster-admin': 'cluster admin',
  'control-plane': 'control plane access',
  reboot: 'a reboot',
  'image-build': 'an image build',
  deploy: 'a deploy',
  'cloud-console': 'the cloud console',
  'maintenance-window': 'a maintenance window',
};

export const WHERE_WORDS: Record<Where, string> = {
  laptop: 'from your laptop',
  node: 'on the node',
  pod: 'in the pod',
  'cloud-console': 'in the cloud console',
};

export const WEIGHT_WORDS: Record<Weight, string> = {
  conclusive: 'Conclusive: nothing else prints this.',
  strong: 'Strong: it names this failure.',
  supporting: 'Supporting: other failures print it too.',
  weak: 'Weak: colour only.',
  against: 'Against: the mark of a look-alike.',
};

export const LIKELIHOOD_WORDS: Record<Likelihood, string> = {
  always: 'always',
  usually: 'usually',
  often: 'often',
  sometimes: 'sometimes',
  rarely: 'rarely',
  never: 'never',
};

/** 5 → "5 min", 90 → "1.5 h", 2880 → "2 days". */
export function duration(minutes: number): string {
  if (minutes < 1) return 'under 1 min';
  if (minutes < 90) return `${minutes} min`;
  const hours = minutes / 60;
  if (hours <= 24) return `${Number(hours.toFixed(1))} h`;
  return `${Number((hours / 24).toFixed(1))} days`;
}
