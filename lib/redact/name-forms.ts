/** Pieces of the patterns that find names. */

export const NAME = '[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?';
export const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
export const SPACE = '(?:[ \\t]{1,120})';
export const OBJECT =
  '(?:secrets?|configmaps?|serviceaccounts?|persistentvolumeclaims?|pvcs?|persistentvolumes?|volumes?|storageclass(?:es)?)';

/** A CronJob names its runs by the minute or second for which they were due, and pods after them: a time, no name. */
export const RUN_OF_JOB = /-\d{8,10}(?:-[a-z0-9]{5})?$/;

export interface NameRule {
  /** A text it was written for. */
  example: string;
  pattern: RegExp;
}
