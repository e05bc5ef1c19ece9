import { expect } from 'chai';

import { createFirstAdmin } from '#src/members/create-first-admin.ts';
import { resetPassword } from '#src/members/reset-password.ts';
import { Conflict, Gone } from '#src/refusals.ts';
import { aCommunity } from '#test/support/community.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('the first admin', () => {
  const community = aCommunity();
  const create = (email: string) =>
    community.perform('system', (work) => createFirstAdmin(work, email));
  const setPassword = (token: string) =>
    community.perform('visitor', (work) => resetPassword(work, token, 'a hash'));

  it('is made with a link to a password, as often as asked until it is used', async () => {
    const first = await create('ada.lovelace@example.com');
    const again = await create('ada.lovelace@example.com');

    expect(first.member).to.include({ name: 'ada-lovelace', email: 'ada.lovelace@example.com' });
    expect(again.member.id).to.equal(first.member.id);
    expect(await outcomeOf(setPassword(first.token))).to.be.instanceOf(Gone);
    await setPassword(again.token);
    expect(await community.db('members').first()).to.include({ role: 'admin' });
  });

  it('makes the next: the command is over', async () => {
    expect(await outcomeOf(create('eve@example.com'))).to.be.instanceOf(Conflict);
  });
});
