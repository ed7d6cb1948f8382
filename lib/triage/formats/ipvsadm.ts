/** ipvsadm -Ln, --stats and --rate, and the sysctl that decides whether ports are reused. */

import { clip, tableLines } from './columns';
import type { Emit, Format, PartView } from './format';
import type { Line } from '../read/line';

// IP Virtual Server version 1.2.1 (size=4096)
// Prot LocalAddress:Port Scheduler Flags
//   -> RemoteAddress:Port           Forward Weight ActiveConn InActConn
const HEAD = /^\s*(?:IP Virtual Server version \d|Prot LocalAddress:Port\s|-> RemoteAddress:Port\b)/;
// TCP  10.144.0.1:443 rr persistent 10800
const SERVICE = /^\s*(TCP|UDP|SCTP|FWM)\s+(\S+:\w+|\d+)(?:\s|$)/;
//   -> MASTER1:6443           Masq    1      13         0
const REAL = /^\s*-(?:>|&gt;)\s+(\S+:\w+)\s+(Masq|Route|Tunnel|Local)\s+(\d+)\s+(\d+)\s+(\d+)/;
//   -> 10.0.0.1:6443                  1398K   29341K        0    2881M        0
const STATS = /^\s*->\s+\S+:\w+(?:\s+\d+[KMGT]?){5}\s*$/;
// Prot LocalAddress:Port                 CPS    InPPS   OutPPS    InBPS   OutBPS
const RATE_HEAD = /\sLocalAddress:Port\s+CPS\b/;
//   -> 10.244.1.2:8080                   800     8800     7900  1000000  1000000
const RATE = /^\s*->\s+(\S+:\w+)\s+(\d+)(?:\s+\d+[KMGT]?){4}\s*$/;
// net.ipv4.vs.conn_reuse_mode = 1
const REUSE = /^\s*(?:\/proc\/sys\/)?net[./]ipv4[./]vs[./]conn_reuse_mode\s*[=:]\s*(\d+)/;

export interface Server {
  address: string;
  weight: number;
  active: number;
  inactive: number;
  line: Line;
}

export interface Service {
  address: string;
  servers: Server[];
  line: Line;
}

/** The services of a table; in one of rates, new connections a second stand for active ones. */
export function servicesOf(part: PartView): Service[] {
  const services: Service[] = [];
  let rates = false;
  for (const { line, text } of tableLines(part)) {
    rates ||= RATE_HEAD.test(text);
    const rate = rates ? RATE.exec(text) : null;
    if (rate)
      services
        .at(-1)
        ?.servers.push({ address: rate[1]!, weight: 1, active: Number(rate[2]), inactive: 0, line });
    const service = SERVICE.exec(text);
    if (service) services.push({ address: service[2] ?? '', servers: [], line });
    const real = REAL.exec(text);
    if (!real) continue;
    // A table cut off at its top: servers without their service.
    if (services.length === 0) services.push({ address: '', servers: [], line });
    const [weight, active, inactive] = [Number(real[3]), Number(real[4]), Number(real[5])];
    services.at(-1)?.servers.push({ address: real[1] ?? '', weight, active, inactive, line });
  }
  return services;
}

interface Imbalance {
  /** Most over the median, and most over fewest; counts of 0 are taken as 1. */
  ratio: number;
  spread: number;
  service: Service;
  server: Server;
}

function imbalanceOf(service: Service): Imbalance | undefined {
  const live = service.servers.filter((server) => server.weight > 0).sort((a, b) => a.active - b.active);
  const most = live.at(-1);
  if (live.length < 2 || !most || !beyondChance(live)) return undefined;
  const middle = live.length / 2;
  const at = (index: number) => live[index]?.active ?? 0;
  const median = live.length % 2 === 1 ? at(Math.floor(middle)) : (at(middle - 1) + at(middle)) / 2;
  const over = (base: number) => Math.round((most.active / Math.max(1, base)) * 100) / 100;
  return { ratio: over(median), spread: over(at(0)), service, server: most };
}

/** So many standard deviations from the mean are no accident, in a table of hundreds of servers either. */
const SIGMAS = 4;

/** Whether connections that are dealt out one by one would be as uneven; weights count. */
function beyondChance(servers: readonly Server[]): boolean {
  const active = servers.reduce((sum, server) => sum + server.active, 0);
  const weight = servers.reduce((sum, server) => sum + server.weight, 0);
  return servers.some((server) => {
    const share = server.weight / weight;
    const deviation = Math.sqrt(active * share * (1 - share));
    return Math.abs(server.active - active * share) > SIGMAS * Math.max(0.5, deviation);
  });
}

function worst(services: readonly Service[], by: 'ratio' | 'spread'): Imbalance | undefined {
  return services.reduce<Imbalance | undefined>((best, service) => {
    const one = imbalanceOf(service);
    return one && (!best || one[by] > best[by]) ? one : best;
  }, undefined);
}

/** Emits how far the worst service is from even, where that is no accident. */
export function emitImbalance(services: readonly Service[], emit: Emit): void {
  const ratio = worst(services, 'ratio');
  if (ratio) emit('ipvs.active_ratio', ratio.ratio, ratio.server.line, ratio.service.address || undefined);
  const spread = worst(services, 'spread');
  if (spread)
    emit('ipvs.active_spread', spread.spread, spread.server.line, spread.service.address || undefined);
}

function emitFacts(part: PartView, emit: Emit): void {
  for (const { line, text } of tableLines(part)) {
    const reuse = REUSE.exec(text);
    if (reuse) emit('ipvs.conn_reuse_mode', Number(reuse[1]), line);
  }
  const services = servicesOf(part);
  const first = services[0];
  if (!first) return;
  emit('ipvs.services', services.filter((service) => service.address !== '').length, first.line);
  emitImbalance(services, emit);
  const drained = services.flatMap((service) => service.servers).filter((server) => server.weight === 0);
  const sum = drained.reduce((total, server) => total + server.active + server.inactive, 0);
  if (drained[0]) emit('ipvs.weight0_active', sum, drained[0].line, drained[0].address);
}

export const ipvsadm: Format = {
  id: 'ipvsadm',
  starts: 'IPTUSFn-/',
  opens: (text, context) =>
    /^\s*IP Virtual Server/.test(text) ||
    (context.previous !== 'ipvsadm' && /^\s*Prot LocalAddress/.test(text)),

  line(text, context) {
    const row = clip(text);
    if (HEAD.test(row)) return 0.98;
    if (REAL.test(row) || REUSE.test(row)) return 0.95;
    if (STATS.test(row)) return 0.9;
    if (!SERVICE.test(row)) return 0;
    if (context.previous === 'ipvsadm' || (context.header !== undefined && HEAD.test(clip(context.header))))
      return 0.93;
    return /^\s*(?:TCP|UDP|SCTP)\s+\S+:\w+\s+(?:w?rr|w?lc|lblcr?|[ds]h|sed|nq|mh|fo|ovf)(?:\s|$)/.test(row)
      ? 0.93
      : 0.3;
  },

  facts: emitFacts,

  state(part) {
    const services = servicesOf(part);
    const ratio = worst(services, 'spread');
    const drained = services
      .flatMap((service) => service.servers)
      .filter((server) => server.weight === 0 && server.active + server.inactive > 0);
    if (services.length === 0) return undefined;
    const said = [`${services.length} virtual service${services.length === 1 ? '' : 's'}`];
    if (ratio && ratio.spread >= 2)
      said.push(
        `${ratio.server.address} has ${ratio.server.active} active connections, ${ratio.spread} times the fewest of its service`,
      );
    if (drained[0]) said.push(`${drained.length} servers of weight 0 still have connections`);
    return said.join('; ');
  },
};
