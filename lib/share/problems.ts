/** What is said of a link or a case file that cannot be read, or not whole. */

export const NO_LOG = 'The log was not shared. Findings, answers and counts are as its owner saw them.';
export const NOT_A_LINK = 'This is no case link. It should begin with #case=v1. Ask for the link again.';
export const UNREADABLE =
  'This case link cannot be read: something in it was changed. Ask for the link again, and copy it whole.';
export const CUT_SHORT =
  'This case link is cut short. What stands below is what could be read. Ask for the link again, and copy it whole.';
export const ALTERED =
  'This case link was altered on the way. What stands below may be wrong. Ask for the link again, and copy it whole.';

export const newer = (version: number, known: number) =>
  `This case link is of version ${version}, and this page reads up to version ${known}. Reload the page to get the newer one.`;
export const unknown = (what: readonly string[]) =>
  `This book does not have ${listed(what)}. What stands below is the rest of the case. It was shared from another or a newer book.`;
export const revised = (incidents: readonly { incident: string; then: number; now: number }[]) =>
  `Revised since: ${incidents.map(({ incident, then, now }) => `${incident} (revision ${then}, now ${now})`).join(', ')}.`;

export const NO_JSON =
  'This is no case file: it is not JSON. Drop a file that was saved with “Download case file”.';
export const NO_CASE =
  'This is JSON, but no case file of Faultbook. Drop a file that was saved with “Download case file”.';
export const fileNewer = (version: number, known: number) =>
  `This case file is of version ${version}, and this page reads up to version ${known}. Reload the page to get the newer one.`;
export const fileFault = (where: string, what: string) =>
  `This case file is damaged at ${where}: ${what}. Ask for the file again.`;

function listed(what: readonly string[]): string {
  const shown = what.slice(0, 5);
  const more = what.length > shown.length ? ` and ${what.length - shown.length} more` : '';
  return shown.join(', ') + more;
}
