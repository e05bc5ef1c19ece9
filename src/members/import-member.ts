import assert from 'node:assert/strict';

import type { Work } from '../work.ts';
import { nameKey } from './names.ts';
import type { MemberRow } from './rows.ts';

/**
 * Somebody brought in from another community under a handle of their own: with no address, they
 * cannot sign in. The same handle again is the same person.
 */
export async function importMember(
  work: Work,
  { name, joinedAt }: { name: string; joinedAt: Date },
): Promise<MemberRow> {
  const name_key = nameKey(name);
  const known = await work.trx('members').where({ name_key }).first();
  if (known) return known;
  const [member] = await work
    .trx('members')
    .insert({ name, name_key, joined_at: joinedAt })
    .returning('*');
  assert(member, 'one row is made');
  await work.record('member joined', { memberId: member.id });
  return member;
}
