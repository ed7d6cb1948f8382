import type { Outcome } from '@/lib/worker/protocol';
import { Notice } from '../ui/notice';

/** While the worker takes the names out, and when it could not. */
export function Waiting({ outcome }: { outcome: Outcome<unknown> | null }) {
  if (outcome?.type === 'failed') return <Notice tone="danger">{outcome.sentence}</Notice>;
  return <p role="status">Taking names and secrets out …</p>;
}
