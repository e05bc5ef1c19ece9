import { expect } from 'chai';

import { joinMember } from '#src/members/join-member.ts';
import { Invalid } from '#src/refusals.ts';
import { aCommunity } from '#test/support/community.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('joining', () => {
  const community = aCommunity();
  const join = (name: string, email: string) =>
    community.perform('visitor', (work) =>
      joinMember(work, { name, email, passwordHash: 'a hash' }),
    );

  it('makes a member, a Newcomer whose address is not confirmed yet', async () => {
    const joined = await join('Una', ' Una@Example.com ');

    expect(joined.known).to.equal(false);
    expect(joined.member).to.include({ name: 'Una', email: 'Una@Example.com', role: 'member' });
    expect(joined.member).to.include({ level: 'newcomer', email_verified_at: null });
  });

  it('keeps a digest of the link alone', async () => {
    const joined = await join('Viktor', 'viktor@example.com');

    const [link] = await community.owner('mail_links').where({ member_id: joined.member.id });
    expect(link).to.include({ purpose: 'verify-email', used_at: null });
    expect('token' in joined && joined.token).to.match(/^[\w-]{43}$/);
    expect(JSON.stringify(link)).to.not.include('token' in joined && joined.token);
  });

  it('refuses a name that looks like one that somebody has', async () => {
    await join('Lillian', 'lillian@example.com');

    for (const name of ['lillian', 'Iillian', '1i11ian', 'Lillían']) {
      const outcome = await outcomeOf(join(name, 'other@example.com'));
      expect(outcome, name).to.be.instanceOf(Invalid);
    }
  });

  it('gives back the owner of an address, and changes nothing', async () => {
    const { member } = await join('Wendy', 'wendy@example.com');

    const again = await join('Gwendolen', 'WENDY@example.com');

    expect(again).to.deep.include({ known: true });
    expect(again.member.id).to.equal(member.id);
    expect(await community.db('members').where({ name: 'Gwendolen' })).to.deep.equal([]);
  });

  it('makes one member of many who want the same name and address at once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => outcomeOf(join('Farah', 'farah@example.com'))),
    );

    expect(await community.db('members').where({ name: 'Farah' })).to.have.length(1);
    for (const outcome of outcomes) {
      if (outcome instanceof Error) expect(outcome).to.be.instanceOf(Invalid);
    }
  });
});
