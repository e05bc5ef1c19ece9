import assert from 'node:assert/strict';

import { Invalid } from '../refusals.ts';
import type { Work } from '../work.ts';
import { cleanEmail, emailKey } from './emails.ts';
import { findMemberByEmail, findMemberByName } from './find-members.ts';
import { makeLink } from './mail-links.ts';
import { cleanName, nameKey } from './names.ts';
import type { MemberRow } from './rows.ts';

/** A new member with the token that verifies their address, or the one who has had it all along. */
export type Joined =
  { known: false; member: MemberRow; token: string } | { known: true; member: MemberRow };

export type Joining = { name: string; email: string; passwordHash: string };

/**
 * Makes a member of somebody new. Invalid says what is wrong with the name or the address; an
 * address that is taken is no error, for only its owner may learn that it is.
 */
export async function joinMember(work: Work, joining: Joining): Promise<Joined> {
  const [name, email] = [
    cleanName(joining.name, [work.operator.siteName]),
    cleanEmail(joining.email),
  ];
  if (await findMemberByName(work.trx, name)) throw nameIsTaken();
  const owner = await findMemberByEmail(work.trx, email);
  if (owner) return { known: true, member: owner };

  const member = await insertMember(work, { name, email, passwordHash: joining.passwordHash });
  if (!member) return afterRace(work, email);
  await work.record('member joined', { memberId: member.id });
  return { known: false, member, token: await makeLink(work, member.id, 'verify-email') };
}

/** What somebody is told whose name is another's, or looks like it. */
export const nameIsTaken = () =>
  new Invalid({
    name: 'Somebody has that name, or one that looks like it. Please choose another.',
  });

async function insertMember(work: Work, { name, email, passwordHash }: Joining) {
  const [member] = await work
    .trx('members')
    .insert({
      ...{ name, name_key: nameKey(name), email, email_key: emailKey(email) },
      ...{ password_hash: passwordHash, joined_at: work.at },
    })
    .onConflict()
    .ignore()
    .returning('*');
  return member;
}

/** Somebody took the name or the address since we looked. */
async function afterRace(work: Work, email: string): Promise<Joined> {
  const owner = await findMemberByEmail(work.trx, email);
  if (!owner) throw nameIsTaken();
  assert(owner.email, 'who is found by an address has one');
  return { known: true, member: owner };
}
