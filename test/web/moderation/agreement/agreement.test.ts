import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aFinancePerson, aModerator, anAdmin } from '#test/support/make.ts';
import * as desk from '../../../moderation/desk.ts';

describe('The figures on agreement', () => {
  const community = aCommunity();
  let hannah: MemberRow;
  let marcus: MemberRow;
  let nadia: MemberRow;
  let admin: MemberRow;
  before(async () => {
    await desk.judgeTwice(community);
    hannah = await aModerator(community.owner, { name: 'Hannah' });
    marcus = await aModerator(community.owner, { name: 'Marcus' });
    nadia = await aModerator(community.owner, { name: 'Nadia' });
    admin = await anAdmin(community.owner);
    // Nine agreements and, on the third, a difference in which the third says what Marcus said.
    for (let round = 0; round < 9; round += 1) await judged(['fail', 'pass'][round % 2], false);
    await judged('pass', true);
  });
  const say = (what = 'pass') => (what === 'fail' ? desk.fail : desk.pass);
  const judged = async (what: string | undefined, differ: boolean) => {
    const { audit } = await desk.anAuditedAnswer(community);
    await desk.deskOf(community, hannah).judge(audit, say(what));
    await desk.deskOf(community, marcus).judge(audit, differ ? desk.fail : say(what));
    if (differ) await desk.deskOf(community, nadia).judge(audit, desk.fail);
  };
  const read = async (who: MemberRow, path: string) =>
    (await community.visit(who).get(path)).text.replace(/\s+/g, ' ');

  it('say kappa with its interval, and how it is worked out', async () => {
    const text = await read(nadia, '/staff/agreement');

    // 5 pass and 4 fail together, one pass against a fail: p_o .9, p_e .5, κ .8.
    expect(text).to.include('90 % (60 % to 98 %)').and.to.include('0.80 (');
    expect(text).to.include('(1960), 37–46').and.to.include('January 2026');
  });

  it('say nothing where there are too few', async () => {
    const text = await read(nadia, '/staff/agreement/me');

    expect(text).to.include('Too few to say').and.to.include('have not differed');
  });

  it('tell each person their own, and who was borne out where they differed', async () => {
    const hers = await read(hannah, '/staff/agreement/me');
    const his = await read(marcus, '/staff/agreement/me');

    expect(hers).to.include('like you in 0 of them and like your colleague in 1');
    expect(his).to.include('like you in 1 of them and like your colleague in 0');
    expect(hers).to.include('nothing follows from it by itself').and.not.to.include('Marcus');
  });

  it('name people to an admin alone, by name and not by figure', async () => {
    const theirs = await read(admin, '/admin/agreement');

    expect(await read(hannah, '/staff/agreement')).not.to.include('Marcus');
    expect(theirs.indexOf('>Hannah<')).to.be.greaterThan(0);
    expect(theirs.indexOf('>Marcus<')).to.be.greaterThan(theirs.indexOf('>Hannah<'));
    for (const path of ['/staff/agreement', '/staff/agreement/me']) {
      const finance = await aFinancePerson(community.owner);
      expect((await community.visit(finance).get(path)).status).to.equal(404);
    }
  });

  it('follow terms that an admin changes for a reason, and everybody reads', async () => {
    const post = (fields: Record<string, string>) =>
      community.visit(admin).post('/admin/agreement').type('form').send(fields);

    const wrong = await post({ double_share: '120', known_every: '', reason: 'Too much' });
    const right = await post({ double_share: '15', known_every: '25', reason: 'To begin with' });

    expect(wrong.status).to.equal(422);
    expect(wrong.text).to.include('Enter a whole number from 0 to 100.').and.to.include('Too much');
    expect(right.status).to.equal(303);
    expect(await read(nadia, '/staff/agreement')).to.include(
      '15 in 100 checks are judged by two people, and one in 25 items is a known one.',
    );
    const log = await community.db('moderation_log').where({ act: 'agreement-terms-changed' });
    expect(log[0]).to.include({ reason: 'To begin with', actor_id: admin.id });
  });
});
