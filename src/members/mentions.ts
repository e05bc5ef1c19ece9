import type { Knex } from 'knex';

import { nameKey } from './names.ts';
import type { MemberRow } from './rows.ts';

/** The members that a text mentions: their names by what names that look alike have in common. */
export type Mentioned = ReadonlyMap<string, string>;

/** @name, but not in an address; the name is the first group. */
export const HANDLE = /(?<![\p{L}\p{M}\d@/.])@([\p{L}\p{M}\d]+(?:-[\p{L}\p{M}\d]+)*)/gu;

/** Whom a text mentions; no account that is closed, and of very many only the first. */
export async function readMentioned(db: Knex, text: string): Promise<Mentioned> {
  const keys = new Set(Array.from(text.matchAll(HANDLE), ([, name = '']) => nameKey(name)));
  if (keys.size === 0) return new Map();
  const rows: Pick<MemberRow, 'name' | 'name_key'>[] = await db('members')
    .whereIn('name_key', [...keys].slice(0, MOST))
    .where({ closed_at: null })
    .select('name', 'name_key');
  return new Map(rows.map(({ name, name_key }) => [name_key, name]));
}

const MOST = 50;
