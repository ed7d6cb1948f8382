/** What the command line says. */

export const USAGE = `faultbook: which known incident is this?

  faultbook triage [--json] [FILE…]   what a paste shows; without FILE it reads standard input
  faultbook eval [--json] DIR         figures on DIR/index.jsonl ({file, incident|null, also, hard} a line)
  faultbook simulate [--json]         plays the wizard against an oracle, beside two other policies
  faultbook alerts [--json] [--site URL] FILE…
                                      missing, dead or wrong-case runbook_urls in Prometheus rule files
  faultbook trailers [--json] [--url ADDRESS] PATH…
                                      the Faultbook: trailers of postmortems; a git log comes through -

Exit: 0 match or done, 1 unsure or not in the book, 2 bad use or a file that cannot be read.
Nothing leaves this machine.`;

export const unreadable = (file: string, reason: string) =>
  `${file}: cannot be read (${reason}). Give a readable file, or paste to standard input.`;
export const binary = (file: string) =>
  `${file}: looks binary, not like a log. It was read as text all the same.`;
export const unknownOption = (option: string) => `faultbook: there is no option “${option}”.\n\n${USAGE}`;
export const NOTHING_READ = 'The input is empty: there was nothing to read.';

export const noAlertFiles = `faultbook alerts: name one or more rule files.\n\n${USAGE}`;
export const unreadableRules = (file: string, fault: string) =>
  `${file}: cannot be read as Prometheus rules: ${fault}. Give a rule file or a PrometheusRule, rendered if it is a template.`;
export const alertsInOrder = (count: number) =>
  `${count} ${count === 1 ? 'alert' : 'alerts'}: every runbook_url that leads into the book is alive, and none is missing.`;

export const noTrailerPaths = `faultbook trailers: name files or folders of postmortems, or - for a git log.\n\n${USAGE}`;
export const noTrailers =
  'No Faultbook trailer was found. “Cite” on the page of an incident copies one: Faultbook: <incident>@<revision> verdict=…';

/** Bytes that are unpacked of one gzip file. */
export const GUNZIP_MOST = 4 * 1024 ** 3;
export const gunzipLimit =
  'The file unpacks to more than 4 GB; only the first 4 GB were read. Cut it: zcat FILE | tail -n 1000000 | faultbook triage';
