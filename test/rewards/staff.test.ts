import { expect } from 'chai';

import { changeRole } from '#src/members/change-role.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { Conflict } from '#src/refusals.ts';
import { aDomain } from '#test/support/domain.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import { aModerator, anAdmin, anAnsweredQuestion } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { anAcceptedAnswer, lastReward, rewarding } from '#test/support/rewarding.ts';

describe('A payable member', () => {
  const domain = aDomain({ connections: 20 });
  const { accept, decide, withdraw } = rewarding(domain);
  let admin: MemberRow;
  before(async () => {
    admin = await anAdmin(domain.owner);
  });
  afterEach(() => expectBooksToMatchStates(domain.db));

  const give = (member: MemberRow, role: MemberRow['role']) =>
    domain.perform(admin, (work) =>
      changeRole(work, { memberId: member.id, role, reason: 'Joins the team' }),
    );
  const roleOf = async ({ id }: MemberRow) =>
    (await domain.db('members').where({ id }).first())?.role;

  for (const role of ['moderator', 'finance', 'admin'] as const) {
    it(`is never given the role ${role} while credit is being checked`, async () => {
      const { helper } = await anAcceptedAnswer(domain);

      expect(await outcomeOf(give(helper, role))).to.be.instanceOf(Conflict);
      expect(await roleOf(helper)).to.equal('member');
    });
  }

  it('is never given a staff role while there is credit to spend', async () => {
    const { helper, answer } = await anAcceptedAnswer(domain);
    await decide(await aModerator(domain.owner), answer, 'pass');

    expect(await outcomeOf(give(helper, 'moderator'))).to.be.instanceOf(Conflict);
  });

  it('may have a staff role once nothing is held, and then earns no more', async () => {
    const { asker, helper, answer } = await anAcceptedAnswer(domain);
    await withdraw(asker, answer);

    await give(helper, 'moderator');
    await accept(asker, answer);

    expect(await roleOf(helper)).to.equal('moderator');
    expect(await lastReward(domain.db, answer)).to.include({ refusal: 'staff' });
  });

  it('is one or the other when the role and a reward arrive at the same moment', async () => {
    for (let turn = 0; turn < 30; turn += 1) {
      const { asker, helper, answer } = await anAnsweredQuestion(domain.owner);

      await Promise.all([outcomeOf(accept(asker, answer)), outcomeOf(give(helper, 'moderator'))]);

      const { state } = await lastReward(domain.db, answer);
      expect(`${String(await roleOf(helper))}, ${state}`).to.be.oneOf([
        ...['member, held', 'moderator, refused'],
      ]);
    }
  });
});
