/** Hours of the zone abbreviations that mean one zone where people say them; CST and IST mean several. */

export const ZONE_HOURS: Readonly<Record<string, number>> = {
  ...{ EST: -5, EDT: -4, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7, BRT: -3 },
  ...{ BST: 1, CET: 1, CEST: 2, EET: 2, EEST: 3, MSK: 3 },
  ...{ JST: 9, KST: 9, HKT: 8, SGT: 8, WIB: 7, AEST: 10, AEDT: 11, NZST: 12, NZDT: 13 },
};

/** Hours east of UTC of `CET`, `+02` or `-0330`; 0 for what is not known. */
export function zoneHours(zone: string): number {
  const shift = /^([+-])(\d\d)(\d\d)?$/.exec(zone);
  if (shift) return (shift[1] === '-' ? -1 : 1) * (Number(shift[2]) + Number(shift[3] ?? 0) / 60);
  return Object.hasOwn(ZONE_HOURS, zone) ? ZONE_HOURS[zone]! : 0;
}
