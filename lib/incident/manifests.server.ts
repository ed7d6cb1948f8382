/**
 * Every Kubernetes manifest that the book prints: YAML and JSON files beside a page, code blocks, here-documents
 * and `kubectl patch` in commands. Found by what it looks like, so that nobody has to list a new one.
 */

import { LineCounter, parseAllDocuments } from 'yaml';
import type { Book, IncidentEntry } from './load.server';

export interface Manifest {
  file: string;
  line: number;
  doc: Record<string, unknown>;
  /** A patch: what is there must fit, what is missing is somebody else's. */
  partial: boolean;
  /** Marked as being for old versions only (`# historic: Kubernetes <1.16`). */
  historic: string | null;
}

/** What looks like a manifest and could not be read as one. */
export interface Unreadable {
  file: string;
  line: number;
  what: string;
}

export interface Found {
  manifests: Manifest[];
  unreadable: Unreadable[];
}

interface Place {
  file: string;
  line: number;
}

/** `kubectl patch` names a resource; the schema wants its kind. */
const KINDS: Record<string, [apiVersion: string, kind: string]> = {
  configmap: ['v1', 'ConfigMap'],
  cronjob: ['batch/v1', 'CronJob'],
  daemonset: ['apps/v1', 'DaemonSet'],
  deployment: ['apps/v1', 'Deployment'],
  namespace: ['v1', 'Namespace'],
  node: ['v1', 'Node'],
  pod: ['v1', 'Pod'],
  service: ['v1', 'Service'],
  statefulset: ['apps/v1', 'StatefulSet'],
  validatingwebhookconfiguration: ['admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration'],
};

const PATCHES = /^# patch: (\S+) (\w+)\s*$/m;
const HISTORIC = /^# historic: (.+?)\s*$/m;
const FENCE = /^[ \t]*```(?:ya?ml|json)?[^\n]*\n([\s\S]*?)^[ \t]*```/gm;
const HEREDOC = /<<-?\s*['"]?(\w+)['"]?[^\n]*\n([\s\S]*?)\n\s*\1\b/g;
const PATCH_COMMAND = /\bkubectl\b(?:[^|;&'\n]|'[^']*')*?\spatch\s(?:[^|;&'\n]|'[^']*')*/g;

export function manifestsOf(book: Book): Found {
  const found: Found = { manifests: [], unreadable: [] };
  for (const entry of book.incidents) {
    for (const [name, text] of Object.entries(entry.files)) {
      const file = entry.file.replace('index.mdx', name);
      if (/\.(ya?ml|json)$/.test(name)) readDocuments(text, { file, line: 1 }, found);
    }
    for (const match of entry.body.matchAll(FENCE)) {
      const line = entry.bodyLine + entry.body.slice(0, match.index).split('\n').length;
      if (/^\s*"?apiVersion\b|^# patch: /m.test(match[1]!))
        readDocuments(match[1]!, { file: entry.file, line }, found);
    }
    for (const { text, ...place } of commandsOf(entry)) readCommand(text, place, entry, found);
  }
  for (const { file, check, lineOf } of book.checks)
    if (check.command) readCommand(check.command, { file, line: lineOf(['command']) }, null, found);
  return found;
}

/** Commands of the fixes, and those that only the body prints. */
function commandsOf(entry: IncidentEntry): (Place & { text: string })[] {
  const { file } = entry;
  const fixes = entry.front.fixes.flatMap((fix, index) => [
    ...fix.commands.map((command, at) => ({
      text: typeof command === 'string' ? command : command.run,
      line: entry.lineOf(['fixes', index, 'commands', at]),
    })),
    ...[...fix.saveFirst, fix.verify.command].map((text) => ({ text, line: entry.lineOf(['fixes', index]) })),
  ]);
  const body = [...entry.body.matchAll(/<Command\s[^>]*?run=(?:"([^"]*)"|\{`([^`]*)`\})/g)].map((match) => ({
    text: match[1] ?? match[2]!,
    line: entry.bodyLine + entry.body.slice(0, match.index).split('\n').length - 1,
  }));
  return [...fixes, ...body].map((command) => ({ file, ...command }));
}

function readCommand(text: string, place: Place, entry: IncidentEntry | null, found: Found): void {
  for (const match of text.matchAll(HEREDOC))
    if (/^\s*apiVersion:/m.test(match[2]!)) readDocuments(match[2]!, place, found);
  for (const [command] of text.matchAll(PATCH_COMMAND)) {
    const fault = readPatch(command, place, entry, found);
    if (fault) found.unreadable.push({ ...place, what: `${fault}: ${command}` });
  }
}

/** Returns what is wrong with it, or null. */
function readPatch(command: string, place: Place, entry: IncidentEntry | null, found: Found): string | null {
  const beside = /--patch-file[= ](\S+)/.exec(command);
  if (beside) return entry?.files[beside[1]!] === undefined ? 'no such patch file in the folder' : null;
  const patch = /\s(?:-p|--patch)[= ]'([^']*)'/.exec(command);
  if (!patch) return 'no patch in single quotes';
  const words = command.slice(command.indexOf(' patch ') + 7).split(/\s+/);
  const resource = words.find(
    (word, at) => !word.startsWith('-') && !/^(-n|--type)$/.test(words[at - 1] ?? ''),
  );
  const kind = KINDS[resource?.split('/')[0] ?? ''];
  if (!kind) return `resource ${resource} is not in the table KINDS`;
  try {
    const body: unknown = JSON.parse(patch[1]!);
    const doc = Array.isArray(body) ? applied(body as Operation[]) : (body as Record<string, unknown>);
    const [apiVersion, name] = kind;
    found.manifests.push({
      ...place,
      doc: { apiVersion, kind: name, ...doc },
      partial: true,
      historic: null,
    });
    return null;
  } catch (error) {
    return String(error);
  }
}

interface Operation {
  op: string;
  path: string;
  value?: unknown;
}

/** What a JSON patch writes, as the object that holds nothing else. */
function applied(operations: Operation[]): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const { op, path, value } of operations) {
    if (op === 'remove' || op === 'test') continue;
    const keys = path.split('/').slice(1);
    keys.reduce<Record<string, unknown>>((at, key, depth) => {
      const last = depth === keys.length - 1;
      at[key] = last ? value : (at[key] ?? (/^\d+$/.test(keys[depth + 1]!) ? [] : {}));
      return at[key] as Record<string, unknown>;
    }, root);
  }
  return root;
}

function readDocuments(text: string, place: Place, found: Found): void {
  const counter = new LineCounter();
  for (const parsed of parseAllDocuments(text, { lineCounter: counter })) {
    const [from, , to] = 'range' in parsed ? parsed.range : [0, 0, text.length];
    const line = place.line + counter.linePos(parsed.contents?.range?.[0] ?? 0).line - 1;
    if (parsed.errors.length > 0) {
      found.unreadable.push({ file: place.file, line, what: parsed.errors[0]!.message });
      continue;
    }
    const written: unknown = parsed.toJS();
    if (written === null) continue;
    const source = text.slice(Math.min(from, 0), to);
    const patch = PATCHES.exec(source);
    const head = patch ? { apiVersion: patch[1], kind: patch[2] } : {};
    found.manifests.push({
      file: place.file,
      line,
      doc: { ...head, ...(written as Record<string, unknown>) },
      partial: patch !== null,
      historic: HISTORIC.exec(source)?.[1] ?? null,
    });
  }
}
