import { createHash } from 'node:crypto';

import type { Finding } from './personal-data.ts';

/** Tells one finding from another, however it is spaced or spelled: in hexadecimal, 64 characters. */
export function fingerprintOf(text: string, { kind, start, end }: Finding): string {
  const bare = text.slice(start, end).toLowerCase().replaceAll(NOISE, '');
  return createHash('sha256').update(`${kind}:${bare}`).digest('hex');
}

/** What people put between the characters that count; in an address dots and signs count, too. */
const NOISE = /[\s()\-–—/\\]|(?<=\d)\.(?=\d)/g;
