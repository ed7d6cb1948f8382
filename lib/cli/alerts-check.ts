/** Reads Prometheus rule files and compares their `runbook_url`s with the alerts that the book has. Pure. */

import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type YAMLMap } from 'yaml';
import { alertUrl } from '../export/site';

export interface AlertRule {
  group: string;
  alert: string;
  /** 1-based line of the alert's name. */
  line: number;
  runbook: string | null;
}

export interface AlertFinding extends AlertRule {
  problem: 'missing' | 'dead' | 'wrong-case';
  says: string;
  /** The annotation to paste; null where the book has no page to name. */
  paste: string | null;
}

export type ReadRules = { rules: AlertRule[] } | { fault: string };

/** PrometheusRule objects, lists of them, and plain rule files; several documents in one file. */
export function readRules(text: string): ReadRules {
  const counter = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: counter, prettyErrors: false });
  if ('empty' in documents) return { fault: 'it is empty' };
  const fault = documents.flatMap(({ errors }) => errors)[0];
  if (fault)
    return { fault: `not valid YAML in line ${counter.linePos(fault.pos[0]).line}: ${fault.message}` };
  const groups = documents.flatMap(({ contents }) => (isMap(contents) ? groupsOf(contents) : []));
  if (groups.length === 0) return { fault: 'it holds no groups of rules' };
  return { rules: groups.flatMap((group) => rulesOf(group, (offset) => counter.linePos(offset).line)) };
}

function groupsOf(document: YAMLMap): YAMLMap[] {
  const items = document.get('items');
  if (isSeq(items)) return items.items.filter(isMap).flatMap(groupsOf);
  const spec = document.get('spec');
  const groups = document.get('groups') ?? (isMap(spec) ? spec.get('groups') : undefined);
  return isSeq(groups) ? groups.items.filter(isMap) : [];
}

function rulesOf(group: YAMLMap, lineAt: (offset: number) => number): AlertRule[] {
  const rules = group.get('rules');
  if (!isSeq(rules)) return [];
  return rules.items.filter(isMap).flatMap((rule) => {
    const alert = rule.get('alert', true);
    if (!isScalar(alert)) return [];
    const annotations = rule.get('annotations');
    const runbook = isMap(annotations) ? annotations.get('runbook_url') : undefined;
    return [
      {
        group: String(group.get('name') ?? ''),
        alert: String(alert.value),
        line: lineAt(alert.range?.[0] ?? 0),
        runbook: typeof runbook === 'string' && runbook.trim() !== '' ? runbook.trim() : null,
      },
    ];
  });
}

/** Pages stand in exact and in lower case. A runbook elsewhere is somebody's choice, and no finding. */
export function checkRule(rule: AlertRule, alerts: readonly string[], site: string): AlertFinding | null {
  const own = alerts.find((alert) => alert.toLowerCase() === rule.alert.toLowerCase());
  const paste = own ? `runbook_url: ${alertUrl(site, own)}` : null;
  if (rule.runbook === null) {
    return paste
      ? { ...rule, problem: 'missing', says: 'has no runbook_url, and the book has a page for it', paste }
      : null;
  }
  const named = nameIn(rule.runbook, site);
  if (named === null) return null;
  if (named === undefined)
    return {
      ...rule,
      problem: 'dead',
      says: `its runbook_url ${rule.runbook} names no alert page of the book`,
      paste,
    };
  const page = alerts.find((alert) => alert.toLowerCase() === named.toLowerCase());
  if (!page) return { ...rule, problem: 'dead', says: `the book has no page /a/${named}/`, paste };
  if (named === page || named === page.toLowerCase()) return null;
  return {
    ...rule,
    problem: 'wrong-case',
    says: `/a/${named}/ is written with other capitals than /a/${page}/`,
    paste: `runbook_url: ${alertUrl(site, page)}`,
  };
}

/** The alert that a link names: null when it leads elsewhere, undefined when it leads into the book and to no alert. */
function nameIn(runbook: string, site: string): string | null | undefined {
  const prefix = `${site.replace(/^https?:/, '')}/`.toLowerCase();
  const address = runbook.replace(/^https?:/i, '');
  if (!address.toLowerCase().startsWith(prefix)) return null;
  const path = address.slice(prefix.length).split(/[?#]/)[0]!;
  if (path.startsWith('incidents/')) return null;
  return /^a\/([^/]+)\/?$/.exec(path)?.[1];
}
