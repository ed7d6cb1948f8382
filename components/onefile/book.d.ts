/** What the one-file build puts inside the file. */
declare module 'faultbook:book' {
  import type { Pack } from '@/lib/triage/pack';
  import type { PickableSample } from '@/lib/incident/samples';
  export const pack: Pack;
  export const samples: PickableSample[];
  /** The worker as one classic script. */
  export const engine: string;
}
