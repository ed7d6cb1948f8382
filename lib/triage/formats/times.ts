/**
 * Moments as logs print them, read by hand: `Date.parse` depends on locale and engine.
 * All functions take the text and where the stamp begins, and give undefined when there is none.
 */

import type { Line } from '../read/line';
import type { Time } from '../time';
import { zoneHours } from './zones';

const DAY = 86_400_000;
/** Days before each month of a leap year: the year is unknown, and 29 February must have a place. */
const LEAP = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335];

/**
 * Month names as `journalctl`, `ls` and `dmesg -T` print them under common locales, by their first
 * three letters without accents or dots; digits serve `12月`.
 */
const MONTHS: Record<string, number> = {};
for (const [month, names] of [
  'jan ene gen',
  'feb fev fév',
  'mar mär mrz',
  'apr avr abr',
  'may mai mag maj',
  'jun jui giu',
  'jul lug',
  'aug aoû ago',
  'sep set',
  'oct okt ott out',
  'nov',
  'dec dez dic déc',
].entries()) {
  for (const name of names.split(' ')) MONTHS[name] = month;
}

function monthOf(word: string): number | undefined {
  if (/^\d/.test(word)) {
    const month = Number.parseInt(word, 10);
    return month >= 1 && month <= 12 ? month - 1 : undefined;
  }
  // French june and july share their first three letters.
  if (/^juil/i.test(word)) return 6;
  return MONTHS[word.slice(0, 3).toLowerCase()];
}

/** The number that `count` digits at `at` make, or -1. No regular expression: this runs on every line of a log. */
export function digits(text: string, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** `15:18:39.934473` or `15:18:39`, as milliseconds of the day and where it ends. */
function clock(text: string, at: number): { ms: number; end: number } | undefined {
  const h = digits(text, at, 2);
  const m = digits(text, at + 3, 2);
  const s = digits(text, at + 6, 2);
  if (h < 0 || m < 0 || s < 0 || h > 24 || m > 59 || s > 60) return undefined;
  if (text.charCodeAt(at + 2) !== 58 || text.charCodeAt(at + 5) !== 58) return undefined;
  let ms = ((h * 60 + m) * 60 + s) * 1000;
  let end = at + 8;
  const mark = text.charCodeAt(end);
  if ((mark === 46 || mark === 44) && digits(text, end + 1, 1) >= 0) {
    let unit = 100;
    for (end++; ; end++, unit /= 10) {
      const digit = digits(text, end, 1);
      if (digit < 0) break;
      ms += digit * unit;
    }
  }
  return { ms: Math.round(ms * 1000) / 1000, end };
}

/** Milliseconds since the start of a year that has a 29 February; `month` from 0. */
export const onYear = (month: number, day: number, ms: number) => (LEAP[month]! + day - 1) * DAY + ms;

/** `I0403 15:18:39.934473    3652 kubelet.go:1778]`. */
export function klogTime(text: string, at = 0): Time | undefined {
  const month = digits(text, at + 1, 2);
  const day = digits(text, at + 3, 2);
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const time = clock(text, at + 6);
  if (!time) return undefined;
  return { ms: onYear(month - 1, day, time.ms), scale: 'year', text: text.slice(at + 1, time.end) };
}

/** `2021-06-10T16:09:15.458629778+08:00`, `2021-06-10 16:09:15,123`, `2021/06/10 16:09:15`: no zone is read as UTC. */
export function isoTime(text: string, at = 0): Time | undefined {
  const year = digits(text, at, 4);
  const month = digits(text, at + 5, 2);
  const day = digits(text, at + 8, 2);
  if (year < 1970 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const between = text.charCodeAt(at + 10);
  if (between !== 84 && between !== 32 && between !== 116) return undefined;
  const time = clock(text, at + 11);
  if (!time) return undefined;
  const zone = zoneAt(text, time.end);
  const ms = Date.UTC(year, month - 1, day) + time.ms - zone.minutes * 60_000;
  return { ms, scale: 'utc', text: text.slice(at, zone.end) };
}

function zoneAt(text: string, at: number): { minutes: number; end: number } {
  const sign = text[at];
  if (sign === 'Z') return { minutes: 0, end: at + 1 };
  const from = sign === ' ' ? at + 1 : at;
  const mark = text[from];
  if (mark !== '+' && mark !== '-') return { minutes: 0, end: at };
  const hours = digits(text, from + 1, 2);
  const colon = text[from + 3] === ':' ? 1 : 0;
  const minutes = digits(text, from + 3 + colon, 2);
  if (hours < 0 || hours > 14 || minutes < 0) return { minutes: 0, end: at };
  return { minutes: (mark === '-' ? -1 : 1) * (hours * 60 + minutes), end: from + 5 + colon };
}

/** `Mar 26 18:36:59`, `6月 10 16:09:15`, and what a damaged paste leaves of it: `6 10 16:09:15`. */
const SYSLOG = /^(?:[A-Za-zÀ-ÿ]{2,3}\.? )?([A-Za-zÀ-ÿ]{3,5}\.?|\d{1,2}月?)\s+(\d{1,2}) (?=\d\d:)/;

export function syslogTime(text: string): Time | undefined {
  const found = SYSLOG.exec(text);
  const month = found ? monthOf(found[1]!) : undefined;
  if (!found || month === undefined) return undefined;
  const day = Number(found[2]);
  const time = clock(text, found[0].length);
  if (!time || day < 1 || day > 31) return undefined;
  return { ms: onYear(month, day, time.ms), scale: 'year', text: text.slice(0, time.end) };
}

/** `[77374.598482]`: seconds since boot. `at` is the place after the bracket. */
export function uptimeTime(text: string, at: number): Time | undefined {
  const end = text.indexOf(']', at);
  if (end < 0 || end - at > 20) return undefined;
  const seconds = Number(text.slice(at, end));
  return Number.isFinite(seconds)
    ? { ms: Math.round(seconds * 1e6) / 1000, scale: 'boot', text: text.slice(at, end).trim() }
    : undefined;
}

/** `[Wed Dec 20 15:18:39 2020]` of `dmesg -T`, week day and month in the language of the machine. */
const HUMAN = /^\[([^\s\]]{1,5}) +([^\s\]]{1,6}) +(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})\]/;

export function humanTime(text: string): Time | undefined {
  const found = HUMAN.exec(text);
  const month = found ? monthOf(found[2]!) : undefined;
  if (!found || month === undefined) return undefined;
  const time = clock(found[4]!, 0);
  if (!time) return undefined;
  const ms = Date.UTC(Number(found[5]), month, Number(found[3])) + time.ms;
  return { ms, scale: 'utc', text: found[0].slice(1, -1) };
}

/** `Mon Jan 21 09:14:27 UTC 2019`, `Thu 28 Nov 2024 10:11:12 AM CET`: what `date` prints. */
const DATE =
  /^(?:\w{1,20}[:=] )?[A-Z][a-z]{2},? (?:([A-Z][a-z]{2}) {1,2}(\d{1,2})|(\d{1,2}) ([A-Z][a-z]{2})(?: (\d{4}))?) (\d\d:\d\d:\d\d)(?: ([AP]M))?(?: ([A-Z]{3,5}|[+-]\d{2,4}))?(?: (\d{4}))?$/;

/** A zone that means several, like CST, is read as UTC. */
export function dateTime(text: string): Time | undefined {
  if (text.length < 20 || text.length > 60) return undefined;
  const found = DATE.exec(text.trim());
  const month = found ? monthOf(found[1] ?? found[4]!) : undefined;
  const year = Number(found?.[5] ?? found?.[9]);
  const time = found ? clock(found[6]!, 0) : undefined;
  if (!found || month === undefined || !time || !(year > 1970)) return undefined;
  const half = found[7] === 'PM' ? 12 : 0;
  const hours = found[7] ? (Math.floor(time.ms / 3_600_000) % 12) + half : undefined;
  const ms = hours === undefined ? time.ms : (time.ms % 3_600_000) + hours * 3_600_000;
  const at = Date.UTC(year, month, Number(found[2] ?? found[3])) + ms;
  return { ms: at - zoneHours(found[8] ?? '') * 3_600_000, scale: 'utc', text: found[0] };
}

/** `13/May/2024:10:11:02 +0000` of web servers. */
export function webTime(text: string): Time | undefined {
  const found = /\[(\d\d)\/([A-Za-z]{3})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d{4})\]/.exec(text);
  const month = found ? monthOf(found[2]!) : undefined;
  if (!found || month === undefined) return undefined;
  const time = clock(found[4]!, 0);
  if (!time) return undefined;
  const ms = Date.UTC(Number(found[3]), month, Number(found[1])) + time.ms;
  return { ms: ms - zoneAt(found[5]!, 0).minutes * 60_000, scale: 'utc', text: found[0].slice(1, -1) };
}

/** The time that a shipper printed in front of the line: journal, CRI, compose. */
export function envelopeTime(line: Line): Time | undefined {
  const text = line.envelope?.time;
  if (!text) return undefined;
  return isoTime(text) ?? syslogTime(text);
}
