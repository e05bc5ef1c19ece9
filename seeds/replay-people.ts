import assert from 'node:assert/strict';

import { setLevel } from '../src/members/change-level.ts';
import { changeProfile } from '../src/members/change-profile.ts';
import { changeRole } from '../src/members/change-role.ts';
import { joinMember } from '../src/members/join-member.ts';
import { markVerified } from '../src/members/verify-email.ts';
import { people, type Person } from './community/people.ts';
import { as, memberNamed, type Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

/** Everybody joins, in the order of their days; staff get their roles the same morning. */
export const replayPeople = (stage: Stage, passwordHash: string): Happening[] =>
  people.map((person, index) => ({
    at: stage.calendar.after(stage.calendar.daysAgo(person.joinedDaysAgo, '07:00'), index),
    happen: () => join(stage, person, passwordHash),
  }));

async function join(
  stage: Stage,
  person: Person & { name: (typeof people)[number]['name'] },
  passwordHash: string,
): Promise<void> {
  const { name } = person;
  const email = `${name.toLowerCase()}@goodline.example`;
  await stage.perform('visitor', async (work) => {
    const joined = await joinMember(work, { name, email, passwordHash });
    assert(!joined.known, `${name} joins once`);
    stage.members.set(name, joined.member);
    if (!person.unverified) await markVerified(work, joined.member.id);
  });
  await stage.perform('system', (work) => promote(work, stage, person));
  const { bio } = person;
  if (bio !== undefined) await as(stage, name, (work) => changeProfile(work, { bio }));
  const member = await stage.db('members').where({ email_key: email }).first();
  assert(member, `${name} has joined`);
  stage.members.set(name, member);
}

async function promote(
  work: Parameters<typeof changeRole>[0],
  stage: Stage,
  { name, role, level, appointed }: Person & { name: (typeof people)[number]['name'] },
): Promise<void> {
  const { id: memberId } = memberNamed(stage, name);
  if (role !== 'member') {
    await changeRole(work, {
      memberId,
      role,
      reason: appointed ?? 'Part of the team that opened the community',
    });
  }
  if (level) {
    const reason = 'Carried over from the earlier forum: 212 checked answers, 97 in 100 passed';
    await setLevel(work, memberId, { level, reason });
  }
}
