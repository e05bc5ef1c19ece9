import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember } from '#test/support/make.ts';
import { expectSound } from '../forum/reading.ts';

describe('the page of levels', () => {
  const community = aCommunity();
  const shown = async () => (await community.visit().get('/levels').expect(200)).text;

  it('says how each is reached and what it lets one do, for everybody alike', async () => {
    const page = await shown();

    expectSound(page);
    for (const level of ['newcomer', 'helper', 'guide', 'steward']) {
      expect(page).to.include(`id="${level}"`);
    }
    expect(page).to.include('5 accepted answers that passed a check');
    expect(page).to.include('at least 90 in 100 of the last 50');
    expect(page).to.include('500 accepted answers').and.include('95 in 100 of all');
    expect(page.split('two questions ask the same')).to.have.length(3);
  });

  it('says what the rules in force say, and nothing of its own', async () => {
    const before = await shown();
    const limit = await community.owner('posting_limits').where({ level: 'helper' }).first();
    await community.owner('posting_limits').insert({
      ...{ level: 'helper', links: 3, per_hour: 17, per_day: 71, reason: 'A test' },
      ...{ set_at: community.now(), pictures_per_post: limit?.pictures_per_post ?? 1 },
    });
    await community.owner.raw(
      `insert into governance_settings
       select (jsonb_populate_record(s, '{"version": 2, "steward_passed": 333}')).*
         from governance_settings s where version = 1`,
    );

    const page = await shown();

    expect(before).to.not.include('17 times an hour').and.not.include('333');
    expect(page).to.include('17 times an hour and 71 times a day').and.include('up to 3 links');
    expect(page).to.include('333 accepted answers that passed a check');
  });

  it('is led to from a profile and from the wallet, which tell the same', async () => {
    const guide: MemberRow = await aMember(community.owner, { level: 'guide' });
    const member = community.visit(guide);

    const [profile, wallet] = [
      (await member.get(`/u/${guide.name}`)).text,
      (await member.get('/wallet')).text,
    ];

    for (const page of [profile, wallet]) {
      expect(page).to.include('href="/levels"').and.include('0 of 333');
      expect(page).to.match(/<progress[^>]* max="333" value="0"/);
    }
  });
});
