import { siteAddress } from '@/lib/export/site';
import { href } from './link';

/** Set when the site is built; empty when nobody said where it will stand. */
const configured = process.env.FAULTBOOK_SITE ?? '';

/** The address of the book while it is built: for canonical links and cards. */
export const BUILT_SITE = siteAddress(configured, process.env.FAULTBOOK_BASE_PATH);

/** The address that goes into a citation. Without a configured one, it is where the reader is. */
export function siteHere(): string {
  return configured ? BUILT_SITE : `${location.origin}${href('')}`;
}
