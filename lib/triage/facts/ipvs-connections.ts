/**
 * What ipvsadm -Ln says in its table, said elsewhere: the connection list of ipvsadm -Lnc, samples of node_exporter.
 * And servers of weight 0 that Kubernetes lists as ready.
 */

import { clip } from '../formats/columns';
import type { Emit, PartView } from '../formats/format';
import { emitImbalance, servicesOf, type Server, type Service } from '../formats/ipvsadm';
import type { Line } from '../read/line';

// TCP 14:58  ESTABLISHED 10.1.2.3:50712   10.96.0.10:80   10.244.1.4:8080
const ENTRY = /^\s*(?:TCP|UDP)\s+\d\d:\d\d\s+(\w+)\s+\S+:\d+\s+(\S+:\d+)\s+(\S+:\d+)\s*$/;
// node_ipvs_backend_connections_active{local_address="10.96.0.10",…,remote_address="10.244.1.4",…} 14
const SAMPLE = /^\s*node_ipvs_backend_connections_active\{([^}]{1,500})\}\s+(\d+)\s*$/;
// dex    10.244.3.17:5556,10.244.5.90:5556   211d        Endpoints:  10.244.3.17:5556        web-1  1/1  Running  …  10.244.3.17
const READY =
  /\b(?:\d{1,3}\.){3}\d{1,3}:\d+[,\s].{0,400}\s\d+[smhdy]\b|\bEndpoints:\s|\s(\d+)\/\1\s+Running\s/;
/** What this lists is ready, in whatever columns. */
const LISTS_READY = /\bget\s+(?:ep|endpoints?|endpointslices?)\b(?!.*notReady)/;
const ADDRESS = /\b(?:\d{1,3}\.){3}\d{1,3}\b/g;

/** Emits imbalance, and servers of weight 0 that are ready. */
export function emitIpvsConnections(parts: readonly PartView[], emit: Emit): void {
  const listed = new Map<string, Map<string, Server>>();
  const add = (service: string, address: string, active: number, line: Line): void => {
    const servers = listed.get(service) ?? new Map<string, Server>();
    listed.set(service, servers);
    const known = servers.get(address) ?? { address, weight: 1, active: 0, inactive: 0, line };
    servers.set(address, { ...known, active: known.active + active });
  };
  for (const part of parts) {
    for (const { line } of part.lines) {
      const text = clip(line.text);
      const entry = ENTRY.exec(text);
      if (entry) add(entry[2]!, entry[3]!, entry[1] === 'ESTABLISHED' ? 1 : 0, line);
      const sample = SAMPLE.exec(text);
      if (!sample) continue;
      const label = (name: string) => new RegExp(`\\b${name}="([^"]{1,60})"`).exec(sample[1]!)?.[1] ?? '';
      add(
        `${label('local_address')}:${label('local_port')}`,
        `${label('remote_address')}:${label('remote_port')}`,
        Number(sample[2]),
        line,
      );
    }
  }
  const services = [...listed].map(([address, servers]): Service => {
    const own = [...servers.values()];
    return { address, servers: own, line: own[0]!.line };
  });
  emitImbalance(services, emit);
  emitReadyWithoutWeight(parts, emit);
  emitGrowth(parts, emit);
}

// Not deleting, RS 172.20.250.16:80/TCP/172.20.3.77:8080: 0 ActiveConn, 14048 InactiveConn
const KEPT =
  /Not deleting, RS (\S+): (\d+) ActiveConn, (\d+) InactiveConn|till all connection.*realServer="?(\S+?)"? activeConn\w*=(\d+) inactiveConn\w*=(\d+)/;

/** A server that is to be removed may only lose connections; one that wins some still gets traffic. */
function emitGrowth(parts: readonly PartView[], emit: Emit): void {
  const least = new Map<string, number>();
  for (const { line } of parts.flatMap(({ lines }) => lines)) {
    const found = KEPT.exec(clip(line.text));
    if (!found) continue;
    const server = found[1] ?? found[4]!;
    const now = Number(found[2] ?? found[5]) + Number(found[3] ?? found[6]);
    const before = least.get(server) ?? now;
    if (now > before) emit('ipvs.removed_growth', now - before, line, server);
    least.set(server, Math.min(now, before));
  }
}

function emitReadyWithoutWeight(parts: readonly PartView[], emit: Emit): void {
  const idle = new Map<string, Server>();
  for (const part of parts) {
    if (part.format !== 'ipvsadm') continue;
    for (const server of servicesOf(part).flatMap(({ servers }) => servers)) {
      if (server.weight === 0) idle.set(server.address.replace(/:\w+$/, ''), server);
    }
  }
  if (idle.size === 0) return;
  const ready = new Map<string, Server>();
  for (const part of parts) {
    if (part.format === 'ipvsadm') continue;
    const listed = LISTS_READY.test(clip(part.command ?? ''));
    for (const { line } of part.lines) {
      const text = clip(line.text);
      if (!listed && !READY.test(text)) continue;
      for (const [address] of text.matchAll(ADDRESS)) {
        const server = idle.get(address);
        if (server) ready.set(address, server);
      }
    }
  }
  const [first] = ready.values();
  if (first) emit('ipvs.weight0_ready', ready.size, first.line);
}
