/** Absolute times in describe output: `Fri, 29 Dec 2017 06:00:00 -0500`, `2018-02-14T11:37:40Z`. */

import type { Time } from '../time';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** RFC 1123 with a numeric zone, which is what describe prints; without capture groups. */
export const RFC1123 = String.raw`[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}`;

const RFC = /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)$/;
const ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(?:Z|([+-])(\d\d):?(\d\d))$/;

/** The moment a field shows, in UTC; undefined when it shows none with a zone. */
export function parseMoment(text: string): Time | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 40) return undefined;
  const rfc = RFC.exec(trimmed);
  if (rfc) {
    const month = MONTHS.indexOf(rfc[2] ?? '');
    if (month < 0) return undefined;
    const at = Date.UTC(
      Number(rfc[3]),
      month,
      Number(rfc[1]),
      Number(rfc[4]),
      Number(rfc[5]),
      Number(rfc[6]),
    );
    return { ms: at - zone(rfc[7], rfc[8], rfc[9]), scale: 'utc', text: trimmed };
  }
  const iso = ISO.exec(trimmed);
  if (!iso) return undefined;
  const [, year, month, day, hour, minute, second] = iso.map(Number);
  const at = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0);
  return { ms: at - zone(iso[7], iso[8], iso[9]), scale: 'utc', text: trimmed };
}

/** A log that goes on so long after an object's last moment was not pasted with it: 400 days. */
const APART = 400 * 86_400_000;

/** Seconds from `then` to `now`; undefined when they are on different scales, too far apart or in the wrong order. */
export function secondsSince(then: Time | undefined, now: Time | undefined): number | undefined {
  if (!then || !now || then.scale !== now.scale || now.ms <= then.ms || now.ms - then.ms > APART)
    return undefined;
  return Math.round((now.ms - then.ms) / 1000);
}

function zone(sign: string | undefined, hours: string | undefined, minutes: string | undefined): number {
  if (!sign) return 0;
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? -ms : ms;
}
