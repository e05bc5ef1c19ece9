import { expect } from 'chai';

import { readPromise } from '#src/handoff/promise.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { readSilentTerms } from '#src/moderation/silent/terms.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aModerator, anAdmin } from '#test/support/make.ts';

describe('Terms that an admin sets', () => {
  const community = aCommunity();
  let [admin, moderator] = [] as unknown as [MemberRow, MemberRow];
  before(async () => {
    admin = await anAdmin(community.owner, { name: 'Ada' });
    moderator = await aModerator(community.owner);
  });

  const set = (path: string, fields: Record<string, string>) =>
    community.visit(admin).post(path).type('form').send(fields);
  const silent = async (fields: Record<string, string>) => {
    const { version } = await readSilentTerms(community.db);
    const terms = { quiet_days: '14', objection_days: '7', least_points: '4', least_lead: '2' };
    const change = { version: String(version), reason: 'People are on holiday' };
    return set('/admin/silent', { ...terms, ...change, ...fields });
  };
  const promise = async (fields: Record<string, string>) => {
    const { version } = await readPromise(community.db);
    const minutes = { first_reply_minutes: '240', later_reply_minutes: '480', reopen_days: '30' };
    const hours = { opens_minute: '8:00', closes_minute: '20:00', weekdays: '1234567' };
    const change = { version: String(version), reason: 'We are more now' };
    return set('/admin/promise', { ...minutes, ...hours, ...change, ...fields });
  };

  it('for silent askers are what moderators read and what is logged, with the reason', async () => {
    const { status } = await silent({ quiet_days: '21' });

    const offered = await community.visit(moderator).get('/staff/silent');
    const page = await community.visit(admin).get('/admin/silent');
    expect(status).to.equal(303);
    expect(offered.text).to.include('Nobody has heard from these askers for 21 days');
    expect(page.text)
      .to.match(/value="21"/)
      .and.include('Version 2: People are on holiday');
    expect(page.text).to.include('Ada, ').and.include('As delivered, ');
    const logged = await community.db('moderation_log').where({ act: 'silent-terms-changed' });
    expect(logged[0]).to.include({ reason: 'People are on holiday', actor_id: admin.id });
  });

  it('for private cases are what is promised to whoever asks', async () => {
    const member = await aMember(community.owner);
    const { status } = await promise({
      ...{ first_reply_minutes: '120', opens_minute: '9:30', closes_minute: '24:00' },
      weekdays: '12345',
    });

    const { text } = await community.visit(member).get('/ask');
    expect(status).to.equal(303);
    expect(text).to.include('We reply within 2 hours, 9:30 to 24:00, on working days.');
    expect((await community.visit(admin).get('/admin/promise')).text).to.include('value="9:30"');
    const logged = await community.db('moderation_log').where({ act: 'case-promise-changed' });
    expect(logged[0]).to.include({ reason: 'We are more now', actor_id: admin.id });
  });

  it('are refused where they make no sense, with what was typed', async () => {
    const wrong = [
      await silent({ objection_days: '61' }),
      await silent({ quiet_days: 'soon' }),
      await silent({ reason: '' }),
      await promise({ first_reply_minutes: '5' }),
      await promise({ opens_minute: '25:00' }),
      await promise({ opens_minute: '18:00', closes_minute: '9:00' }),
      await promise({ weekdays: '7' }),
    ];

    expect(wrong.map(({ status }) => status)).to.deep.equal(wrong.map(() => 422));
    expect(wrong[0]?.text).to.include('Give a number from 1 to 60.').and.include('value="61"');
    expect(wrong[5]?.text).to.include('The day has to end after it begins.');
  });

  it('are refused where nothing differs, or where they have changed since they were read', async () => {
    const { version, quiet_days } = await readSilentTerms(community.db);

    const same = await silent({ quiet_days: String(quiet_days) });
    const stale = await silent({ quiet_days: '30', version: String(version - 1) });

    expect([same.status, stale.status]).to.deep.equal([422, 409]);
    expect((await readSilentTerms(community.db)).version).to.equal(version);
  });

  it('for outdated answers are kept with the reason, and no more asked of the old', async () => {
    const terms = { members: '4', old_days: '365', readers: '10', listened_days: '90' };
    const change = { version: '1', reason: 'Phones change quickly' };

    const refused = await set('/admin/outdated', { ...terms, ...change, members_old: '5' });
    const { status } = await set('/admin/outdated', { ...terms, ...change, members_old: '2' });

    const page = await community.visit(admin).get('/admin/outdated');
    expect([refused.status, status]).to.deep.equal([422, 303]);
    expect(refused.text).to.include('An old answer takes no more members than a new one.');
    expect(page.text).to.include('name="members" value="4"').and.include('Phones change quickly');
  });

  it('are no business of anybody else', async () => {
    for (const path of ['/admin/silent', '/admin/promise', '/admin/outdated']) {
      expect((await community.visit(moderator).get(path)).status).to.equal(404);
      expect((await community.visit(moderator).post(path)).status).to.equal(404);
    }
  });
});
