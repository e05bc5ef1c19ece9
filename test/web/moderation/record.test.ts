import { expect } from 'chai';

import { withdrawAcceptanceOf } from '#src/forum/withdraw-acceptance.ts';
import type { TopicRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { removePost } from '#src/moderation/posts/remove-post.ts';
import { turnTopic } from '#src/moderation/governance/turn-topic.ts';
import { aCommunity } from '#test/support/community.ts';
import { aFinancePerson, aMember, aModerator, anAdmin, aTopic } from '#test/support/make.ts';
import {
  actsOn,
  anAuditIn,
  aSteward,
  failed,
  passed,
} from '../../moderation/governance/stewarding.ts';

describe('the record', () => {
  const community = aCommunity();
  const people = {} as Record<'moderator' | 'finance' | 'admin' | 'author' | 'asker', MemberRow>;
  let topic: TopicRow;

  before(async () => {
    const { owner, perform } = community;
    Object.assign(people, {
      moderator: await aModerator(owner, { name: 'canary-moderator' }),
      finance: await aFinancePerson(owner),
      admin: await anAdmin(owner),
      author: await aMember(owner, { name: 'canary-author' }),
      asker: await aMember(owner, { name: 'canary-asker' }),
    });
    topic = await aTopic(owner, { name: 'Roaming' });
    const acts = actsOn(community);
    const { author: helper, asker, moderator } = people;
    const good = await anAuditIn(community, topic, { helper, asker });
    await acts.decide(moderator, good.audit, passed);
    const bad = await anAuditIn(community, topic, { helper });
    await acts.decide(moderator, bad.audit, { ...failed, note: 'canary-note' });
    await perform(moderator, (work) =>
      removePost(work, { answer: bad.answer.id }, { reason: 'unsafe', note: 'canary-removal' }),
    );
    await aSteward(owner, [topic], { name: 'canary-steward' });
    await aSteward(owner, [topic]);
    await perform(moderator, (work) =>
      turnTopic(work, topic.id, { from: 'staff', to: 'mixed', reason: 'canary-reason' }),
    );
    const withdrawn = await anAuditIn(community, topic, { helper });
    await perform(withdrawn.asker, (work) => withdrawAcceptanceOf(work, withdrawn.answer.id));
  });

  const log = async (who: MemberRow, query = '') =>
    (await community.visit(who).get(`/staff/log${query}`)).text;
  const mainOf = (text: string) => text.slice(text.indexOf('<main'));

  it('tells moderators what became of a reward, and never an amount', async () => {
    const text = mainOf(await log(people.moderator));

    expect(text).to.include('Passed an answer').and.include('The reward was released');
    expect(text).to.include('The reward wasn’t paid').and.include('canary-note');
    expect(text).to.not.include('£');
  });

  it('tells admins and finance the amount, and finance where it stands in the ledger', async () => {
    const [admin, finance] = [mainOf(await log(people.admin)), mainOf(await log(people.finance))];

    expect(admin).to.include('£0.50 released').and.include('£0.50 not paid');
    expect(finance).to.match(/\/finance\/ledger\?ref=acceptance%3A\d+">£0\.50 released/);
    expect(admin).to.not.include('/finance/');
  });

  it('tells finance nothing of what staff wrote about people', async () => {
    const text = await log(people.finance);

    expect(text).to.not.include('canary-note').and.not.include('canary-reason');
    expect(text).to.not.include('canary-removal');
  });

  it('is read by who, what, about what and when; what makes no sense is not asked for', async () => {
    const turns = mainOf(await log(people.moderator, '?act=governance-turned'));
    const nobodys = mainOf(await log(people.moderator, '?actor=nobody'));
    const later = mainOf(await log(people.moderator, '?from=2026-01-16'));
    const odd = await community
      .visit(people.moderator)
      .get('/staff/log?act=x&from=2026-02-31&after=-1&subject=%00');

    expect(turns).to.include('canary-reason').and.not.include('<td>Passed an answer');
    expect(nobodys).to.include('Nothing of that kind');
    expect(later).to.include('Nothing of that kind');
    expect(odd.status).to.be.below(500);
  });

  it('is public month by month, by ground, with steps of the dial and without names', async () => {
    const { text } = await community.visit().get('/decisions');
    const main = mainOf(text);

    expect(main).to.include('January 2026').and.include('Answers passed');
    expect(main).to.match(/Answers failed<\/th><td>Wrong or out of date<\/td><td[^>]*>1</);
    expect(main).to.match(/Posts removed<\/th><td>Dangerous or against the rules<\/td><td[^>]*>1</);
    expect(main).to.include('Checks of answers');
    expect(main).to.include('Roaming: Staff to Mixed; turned by our team');
    expect(main).to.include('no double audits yet');
  });

  it('leaks no name, title, reason or note to the public', async () => {
    const pages = await Promise.all(
      ['/decisions', '/decisions?month=2026-01', '/decisions?month=2025-12'].map((path) =>
        community.visit().get(path),
      ),
    );
    const titles = await community.owner('questions').pluck('title');

    for (const { text, status } of pages) {
      expect(status).to.equal(200);
      for (const secret of ['canary', ...titles]) expect(text).to.not.include(secret);
    }
  });

  it('counts no slip that was undone within its thirty seconds', async () => {
    const { audit } = await anAuditIn(community, topic);
    const before = mainOf((await community.visit().get('/decisions')).text);
    await actsOn(community).decide(people.moderator, audit, failed);
    await community.visit(people.moderator).post(`/staff/audits/${audit}/undo`);

    const after = mainOf((await community.visit().get('/decisions')).text);

    expect(after).to.equal(before);
  });

  it('says when a month has nothing', async () => {
    community.itIsNow('2026-02-10T12:00:00Z');

    const { text } = await community.visit().get('/decisions');
    const earlier = await community.visit().get('/decisions?month=2026-01');

    expect(text).to.include('Nothing was decided in this month.');
    expect(text).to.include('/decisions?month=2026-01#figures');
    expect(earlier.text).to.include('Answers passed');
  });
});
