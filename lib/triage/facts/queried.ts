/**
 * Queries of Prometheus with their results below them. A result shows no name of a metric, so the query says what its
 * numbers mean.
 */

import { clip } from '../formats/columns';
import { durationSeconds } from '../formats/duration';
import type { Emit, PartView } from '../formats/format';
import type { FactName } from './vocabulary';

interface Query {
  pattern: RegExp;
  fact: FactName;
  /** The fact of one result; `window` is the range of the query in seconds. */
  value(result: number, window: number, query: string): number;
}

const same = (result: number) => result;
/** A rate is a second's, an increase that of the whole window; `* 60` in the query makes a rate a minute's. */
const perMinute = (result: number, window: number, query: string) =>
  /\b(?:i?rate)\(/.test(query) ? result * (/\*\s?60\b/.test(query) ? 1 : 60) : (result * 60) / window;
const inWindow = (result: number, window: number, query: string) =>
  Math.ceil(/\bi?rate\(/.test(query) ? result * window : result);
const percent = (result: number) => result * (result > 50 ? 1 : 100);

const QUERIES: readonly Query[] = [
  // increase(nginx_ingress_controller_success{controller_pod=~"ingress-.*"}[1h])
  {
    pattern:
      /\b(?:i?rate|increase|delta|changes)\((?:nginx_)?ingress_controller_(?:success|nginx_reloads_total|config_hash|config_last_reload_successful_timestamp_seconds)\b/,
    fact: 'nginx.reloads_per_minute',
    value: perMinute,
  },
  // sum by (instance) (rate(node_nf_conntrack_stat_insert_failed[5m]))
  {
    pattern: /\b(?:i?rate|increase|delta)\(node_nf_conntrack_stat_insert_failed\b/,
    fact: 'conntrack.insert_failed',
    value: inWindow,
  },
  // rate(process_cpu_seconds_total{job="kube-proxy"}[5m])
  {
    pattern:
      /\bi?rate\((?:process_cpu_seconds_total|container_cpu_usage_seconds_total)\{[^}]{0,200}=~?"[^"]{0,40}kube-proxy/,
    fact: 'top.kube_proxy_cpu',
    value: percent,
  },
  // histogram_quantile(0.99, sum by (le) (rate(cronjob_controller_job_creation_skew_duration_seconds_bucket[1h])))
  {
    pattern: /\bhistogram_quantile\(.{0,200}job_creation_skew_duration_seconds_bucket/,
    fact: 'job.start_delay_seconds',
    value: same,
  },
  // histogram_quantile(0.9, rate(kubeproxy_sync_proxy_rules_duration_seconds_bucket[5m]))
  {
    pattern: /\bhistogram_quantile\(.{0,200}kubeproxy_sync_proxy_rules_duration_seconds_bucket/,
    fact: 'kube_proxy.sync_seconds',
    value: same,
  },
];

const WINDOW = /\[(\d{1,5}[smhd])(?::\w{0,5})?\]/;
const NUMBER = String.raw`([1-9]\d{0,11}|0)(\.\d{1,18})?(e[+-]?\d{1,3})?`;
// {controller_pod="ingress-0"}  118 @[1712914800]      ingress-0   118      118      {"metric":{…},"value":[1712914800,"118"]}
const RESULT = new RegExp(
  String.raw`^\s*(?:(?:[\w:]{1,100})?\{[^}]{0,500}\}|[\w.:/=-]{1,120})?(?:^|[\s|]{1,200})(?:=>\s*)?(${NUMBER})(?:\s*@.{0,40})?\s*\|?\s*$`,
);
const JSON_RESULT = new RegExp(String.raw`"value":\s?\[[\d.]{1,20},\s?"(${NUMBER})"\]`);
// …[5m])) 11.2      …[5m])*60 = 22
const BEHIND = new RegExp(String.raw`\)(?:\s?\*\s?60)?\s{1,40}(?:=>?\s{0,4})?(${NUMBER})\s*$`);
/** Lines below a query that may be its results. */
const BELOW = 40;

/** Emits what the results say of the queries they stand below. */
export function emitQueried(parts: readonly PartView[], emit: Emit): void {
  let query: { text: string; rule: Query; left: number } | undefined;
  for (const { line } of parts.flatMap(({ lines }) => lines)) {
    const text = clip(line.text);
    const rule = QUERIES.find(({ pattern }) => pattern.test(text));
    if (rule) query = { text, rule, left: BELOW };
    if (!query || query.left-- <= 0) continue;
    const number = (rule ? BEHIND : RESULT).exec(text)?.[1] ?? JSON_RESULT.exec(text)?.[1];
    if (number === undefined) continue;
    const window = durationSeconds(WINDOW.exec(query.text)?.[1] ?? '1s')!;
    const value = query.rule.value(Number(number), window, query.text);
    // What is quiet on one node says nothing of the others.
    if (value > 0) emit(query.rule.fact, Math.round(value * 100) / 100, line);
  }
}
