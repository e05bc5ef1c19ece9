import assert from 'node:assert/strict';

import { findMemberByName } from '../members/find-members.ts';
import { importMember } from '../members/import-member.ts';
import type { MemberRow } from '../members/rows.ts';
import type { Work } from '../work.ts';
import { handleFor, type DumpPerson } from './dump-people.ts';
import type { Site } from './site.ts';

/**
 * Makes somebody of another community a member who cannot sign in, as of the work's instant. Never
 * a member who was here before: whoever has the handle keeps it.
 */
export async function importPerson(
  work: Work,
  { site, person }: { site: Site; person: DumpPerson },
): Promise<MemberRow> {
  const name = await freeHandle(work, handleFor(person, site.key));
  const member = await importMember(work, { name, joinedAt: work.at });
  assert(member.email === null, 'nobody who can sign in is given what others wrote');
  await work
    .trx('imported_people')
    .insert({ site: site.key, external_key: person.key, member_id: member.id });
  return member;
}

async function freeHandle(work: Work, wanted: string): Promise<string> {
  let handle = wanted;
  for (let number = 2; await findMemberByName(work.trx, handle); number += 1) {
    const ending = `-${String(number)}`;
    handle = `${wanted.slice(0, LONGEST - ending.length).replace(/-$/, '')}${ending}`;
  }
  return handle;
}

const LONGEST = 30;
