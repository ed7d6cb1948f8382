import { Badge } from '../ui/badge';
import type { Band as BandName } from '@/lib/triage/diagnosis';
import styles from './band.module.css';

/** Confidence as a word and a bar. The bar shows the share of the probability; no number pretends to be exact. */
export function Band({ band, probability }: { band: BandName; probability: number }) {
  return (
    <span className={styles.band} data-band={band}>
      <span className={styles.word}>{band}</span>
      <span className={styles.track} aria-hidden>
        <span className={styles.fill} style={{ width: `${Math.round(probability * 100)}%` }} />
      </span>
    </span>
  );
}

export function UncheckedBand() {
  return <Badge>possible, not checked</Badge>;
}
