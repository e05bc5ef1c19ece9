import assert from 'node:assert/strict';

import { Conflict } from '../refusals.ts';
import type { Work } from '../work.ts';
import { changeRole } from './change-role.ts';
import { cleanEmail, emailKey } from './emails.ts';
import { findMemberByEmail, findMemberByName } from './find-members.ts';
import { makeLink } from './mail-links.ts';
import { nameKey } from './names.ts';
import type { MemberRow } from './rows.ts';

/**
 * Makes somebody the first admin, with a link by which they choose a password. Again for the same
 * address it makes another link; Conflict once an admin can sign in, for admins make admins.
 */
export async function createFirstAdmin(
  work: Work,
  typed: string,
): Promise<{ member: MemberRow; token: string }> {
  const email = cleanEmail(typed);
  const admins = await work.trx('members').where({ role: 'admin' }).forUpdate();
  if (admins.some(({ password_hash }) => password_hash !== null)) {
    throw new Conflict('There is an admin already. Ask them to give you the role.');
  }
  const known = await findMemberByEmail(work.trx, email);
  const member = known ?? (await insertMember(work, email));
  if (member.role !== 'admin') {
    await changeRole(work, { memberId: member.id, role: 'admin', reason: 'The first admin.' });
  }
  return { member, token: await makeLink(work, member.id, 'reset-password') };
}

async function insertMember(work: Work, email: string): Promise<MemberRow> {
  const name = await freeName(work, email.split('@')[0] ?? '');
  const [member] = await work
    .trx('members')
    .insert({
      ...{ name, name_key: nameKey(name), email, email_key: emailKey(email) },
      ...{ joined_at: work.at },
    })
    .returning('*');
  assert(member, 'one row is made');
  await work.record('member joined', { memberId: member.id });
  return member;
}

/** The address's own name where it can be one, and a number behind it where somebody has it. */
async function freeName(work: Work, wish: string): Promise<string> {
  const letters = wish
    .replaceAll(/[^A-Za-z\d]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 24);
  const base = letters.length >= 3 ? letters : 'first-admin';
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? base : `${base}-${String(count)}`;
    if (!(await findMemberByName(work.trx, name))) return name;
  }
}
