import { expect } from 'chai';

import { changeRole } from '#src/members/change-role.ts';
import { readMember } from '#src/members/find-members.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#src/refusals.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aModerator, anAdmin } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('changing a role', () => {
  const community = aCommunity();
  const change = (
    actor: MemberRow | 'system',
    { id: memberId }: Pick<MemberRow, 'id'>,
    role: MemberRow['role'],
    reason = 'Joined the team.',
  ) => community.perform(actor, (work) => changeRole(work, { memberId, role, reason }));

  it('is done by an admin and kept with the reason', async () => {
    const [admin, member] = [await anAdmin(community.owner), await aMember(community.owner)];

    await change(admin, member, 'moderator');

    expect((await readMember(community.db, member.id))?.role).to.equal('moderator');
    const [log] = await community.db('role_changes').where({ member_id: member.id });
    expect(log).to.include({ from_role: 'member', to_role: 'moderator', actor_id: admin.id });
    expect(log?.reason).to.equal('Joined the team.');
  });

  it('signs the member out everywhere', async () => {
    const [admin, member] = [await anAdmin(community.owner), await aMember(community.owner)];
    const browser = community.visit(member);
    expect((await browser.get('/settings')).status).to.equal(200);

    await change(admin, member, 'finance');

    expect((await browser.get('/settings')).status).to.equal(303);
  });

  it('is not done by anybody else', async () => {
    const member = await aMember(community.owner);
    for (const actor of [await aModerator(community.owner), member]) {
      expect(await outcomeOf(change(actor, member, 'admin'))).to.be.instanceOf(NotAllowed);
    }
  });

  it('is not done by admins for themselves', async () => {
    const [admin] = [await anAdmin(community.owner), await anAdmin(community.owner)];

    expect(await outcomeOf(change(admin, admin, 'finance'))).to.be.instanceOf(NotAllowed);
  });

  it('needs a reason, another role, and somebody who can sign in', async () => {
    const admin = await anAdmin(community.owner);
    const imported = { email: null, email_key: null, email_verified_at: null };
    const [member, stranger] = [
      await aMember(community.owner),
      await aMember(community.owner, imported),
    ];

    expect(await outcomeOf(change(admin, member, 'finance', '  '))).to.be.instanceOf(Invalid);
    expect(await outcomeOf(change(admin, member, 'member'))).to.be.instanceOf(Invalid);
    expect(await outcomeOf(change(admin, stranger, 'finance'))).to.be.instanceOf(Invalid);
    const nobody = { id: 999_999 as MemberRow['id'] };
    expect(await outcomeOf(change(admin, nobody, 'finance'))).to.be.instanceOf(NotFound);
  });
});

describe('the last admin', () => {
  const community = aCommunity();

  it('stays one', async () => {
    const { id: memberId } = await anAdmin(community.owner);
    const demote = community.perform('system', (work) =>
      changeRole(work, { memberId, role: 'member', reason: 'Left.' }),
    );

    expect(await outcomeOf(demote)).to.be.instanceOf(Conflict);
  });

  it('is left when all admins take each other’s role at once', async () => {
    const demote = (actor: MemberRow, { id: memberId }: MemberRow) =>
      community.perform(actor, (work) =>
        changeRole(work, { memberId, role: 'moderator', reason: 'A coup.' }),
      );

    for (let round = 0; round < 20; round += 1) {
      const [first, second] = [await anAdmin(community.owner), await anAdmin(community.owner)];
      await Promise.all([outcomeOf(demote(first, second)), outcomeOf(demote(second, first))]);

      const left = await community.db('members').whereIn('id', [first.id, second.id]);
      const roles = left.map(({ role }) => role).sort();
      expect(roles, `round ${String(round)}`).to.deep.equal(['admin', 'moderator']);
    }
  });
});
