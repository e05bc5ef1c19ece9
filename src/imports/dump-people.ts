import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';

/** Somebody who wrote in the community: known by number, by name alone, or not any more. */
export type DumpPerson = {
  /** The same for two posts exactly when the same person wrote them. */
  key: string;
  userId: number | null;
  displayName: string | null;
};

const HANDLE_LENGTH = 30;
const COMMUNITY_USER = -1;

/** The person that a row names as its owner; all who left no trace are one person, `deleted`. */
export function personOf(userId: number | null, displayName: string | null): DumpPerson {
  const name = displayName?.trim() ?? '';
  return { key: keyOf(userId, name), userId, displayName: name === '' ? null : name };
}

function keyOf(userId: number | null, name: string): string {
  if (userId === COMMUNITY_USER) return 'community';
  if (userId !== null) return `user:${String(userId)}`;
  return name === '' ? 'deleted' : `name:${name}`;
}

/**
 * The handle an imported person gets: 3–30 letters, digits and `-`, always the same for the same
 * person of the same site, and no two people's the same.
 */
export function handleFor(person: DumpPerson, site: string): string {
  const prefix = asHandle(site).slice(0, 12).replace(/-$/, '') || 'import';
  if (person.key === 'community') return `${prefix}-community`;
  if (person.key === 'deleted') return `${prefix}-deleted-user`;
  if (person.userId !== null) return `${prefix}-user-${String(person.userId)}`;

  const digest = createHash('sha256').update(person.key).digest('hex').slice(0, 8);
  const room = HANDLE_LENGTH - prefix.length - digest.length - 2;
  const name = asHandle(person.displayName ?? '').slice(0, room);
  return [prefix, name.replace(/-$/, ''), digest].filter((part) => part !== '').join('-');
}

/** The site a dump comes from, told by its folder or file name: `coffee.stackexchange.com`. */
export function siteOf(path: string): string {
  const name = /^posts\.xml$/i.test(basename(path)) ? basename(dirname(path)) : basename(path);
  const words = asHandle(name.replace(/\.xml$/i, '')).split('-');
  return (
    words.find((word) => !['', 'stackexchange', 'posts', 'com', 'meta'].includes(word)) ?? 'import'
  );
}

/** What of a text an address can have: `zoe-angstrom`. */
export const asHandle = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
