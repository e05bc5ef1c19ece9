import { expect } from 'chai';

import type { AnswerRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { removePost } from '#src/moderation/posts/remove-post.ts';
import { aCommunity } from '#test/support/community.ts';
import {
  aFinancePerson,
  aMember,
  aModerator,
  anAdmin,
  anAnswer,
  anAnsweredQuestion,
} from '#test/support/make.ts';
import { appealing } from '../../moderation/appeals/appealing.ts';
import * as desk from '../../moderation/desk.ts';

describe('The pages of appeals', () => {
  const community = aCommunity();
  let [hannah, marcus, ada] = [] as unknown as [MemberRow, MemberRow, MemberRow];
  let helper: MemberRow;
  let answer: AnswerRow;
  let subject: string;
  before(async () => {
    hannah = await aModerator(community.owner, { name: 'Hannah' });
    marcus = await aModerator(community.owner, { name: 'Marcus' });
    ada = await anAdmin(community.owner, { name: 'Ada' });
  });
  beforeEach(async () => {
    community.itIsNow('2026-01-15T12:00:00Z');
    const { question } = await anAnsweredQuestion(community.owner);
    helper = await aMember(community.owner);
    const body = 'Hold both keys for <b>nine</b> seconds.';
    const of = { question_id: question.id, author_id: helper.id, body };
    answer = await anAnswer(community.owner, of);
    await community.perform(hannah, (work) =>
      removePost(work, { answer: answer.id }, { reason: 'unsafe', note: '' }),
    );
    subject = await appealing(community).removalOf(answer);
  });

  const get = (who: MemberRow | undefined, path: string) => community.visit(who).get(path);
  const post = (who: MemberRow | undefined, path: string, fields: object = {}) =>
    community.visit(who).post(path).type('form').send(fields);
  const plea = { reason: 'It has always worked for me.' };
  const opened = async () => {
    const { id } = await appealing(community).appeal(helper, subject);
    return `/staff/appeals/${String(id)}`;
  };

  it('want to know why, and keep what was typed', async () => {
    const empty = await post(helper, '/appeals', { of: subject, reason: ' ' });
    const long = await post(helper, '/appeals', {
      of: subject,
      reason: `${'x'.repeat(2_000)} so!`,
    });

    expect([empty.status, long.status]).to.deep.equal([422, 422]);
    expect(empty.text).to.include('Say why you think it is wrong.');
    expect(empty.text).to.include(`name="of" value="${subject}"`);
    expect(long.text).to.include(' so!').and.include('it can have 2,000');
    expect(await community.db('appeals').where({ subject })).to.deep.equal([]);
  });

  it('know no decisions about others, and none that there is not', async () => {
    const bystander = await aMember(community.owner);

    for (const of of [subject, 'removal:999999', 'removal:1e3', 'nonsense', '']) {
      const asked = await get(bystander, `/appeals/new?of=${of}`);
      expect([of, asked.status]).to.deep.equal([of, 404]);
      expect((await post(bystander, '/appeals', { ...plea, of })).status, of).to.equal(404);
    }
    expect((await post(bystander, '/appeals', plea)).status).to.equal(404);
    expect((await get(bystander, '/appeals/new')).status).to.equal(303);
    expect((await get(undefined, '/appeals')).status).to.equal(303);
  });

  it('take one at a time, in time, against what still stands', async () => {
    const send = () => post(helper, '/appeals', { ...plea, of: subject });
    expect((await send()).status).to.equal(303);
    const again = await send();
    expect([again.status, again.text.includes(plea.reason)]).to.deep.equal([409, true]);
    const [appeal] = await community.db('appeals').where({ subject });
    const path = `/staff/appeals/${String(appeal!.id)}/decision`;
    await post(marcus, path, { decision: 'overturn', reason: 'It works.' }).expect(303);
    expect((await send()).status).to.equal(409);

    const { answer: failed, helper: author, audit } = await desk.anAuditedAnswer(community);
    await desk.deskOf(community, hannah).decide(audit, desk.fail);
    const of = await appealing(community).failOf(failed);
    expect((await post(author, '/appeals', { ...plea, of })).status).to.equal(409);
    community.itIsNow('2026-07-17T12:00:00Z');
    const late = await post(author, '/appeals', { ...plea, of });
    expect([late.status, late.text.includes('6 months')]).to.deep.equal([403, true]);
  });

  it('are for moderators and admins, with all of it to read', async () => {
    const path = await opened();

    for (const who of [helper, await aFinancePerson(community.owner)]) {
      for (const address of ['/staff/appeals', path]) {
        expect((await get(who, address)).status, who.role).to.equal(404);
      }
      expect((await post(who, `${path}/decision`, { decision: 'uphold' })).status).to.equal(404);
    }
    expect((await post(undefined, `${path}/decision`)).status).to.equal(401);
    for (const who of [marcus, ada]) {
      const { text } = await get(who, path);
      expect(text).to.include(`action="${path}/decision"`).and.include('I think this was right.');
      expect(text).to.include(answer.body_html).and.include('The decision');
      expect((await get(who, '/staff/appeals')).text).to.include(path);
      expect((await get(who, '/staff/appeals/999999')).status).to.equal(404);
    }
    const admin = (await get(ada, path)).text;
    expect(admin).to.include('href="/admin/members"').and.not.include('See it in its place');
    expect((await get(ada, '/admin/members')).text).to.include('href="/staff/appeals"');
  });

  it('say at the field what a decision lacks, and keep what was typed', async () => {
    const path = await opened();

    const { status, text } = await post(ada, `${path}/decision`, { note: 'For us alone.' });

    expect(status).to.equal(422);
    expect(text).to.include('Say whether the decision stands.');
    expect(text).to.include('Say why, for whoever appealed.').and.include('For us alone.');
    const half = await post(ada, `${path}/decision`, { decision: 'overturn', reason: ' ' });
    expect([half.status, /value="overturn" checked/.test(half.text)]).to.deep.equal([422, true]);
    expect(await community.db('appeals').where({ subject }).first('decision')).to.deep.equal({
      decision: null,
    });
  });

  it('let nobody decide who had a part, nor twice', async () => {
    const path = await opened();
    const decide = (who: MemberRow, decision = 'uphold') =>
      post(who, `${path}/decision`, { decision, reason: 'It was not safe.' });
    await community.owner('members').where({ id: helper.id }).update({ role: 'admin' });

    for (const who of [hannah, helper]) {
      expect((await get(who, path)).text).to.not.include(`action="${path}/decision"`);
      expect((await decide(who)).status).to.equal(403);
    }
    expect((await decide(ada, 'overturn')).status).to.equal(303);
    const late = await decide(marcus);
    expect(late.status).to.equal(409);
    expect(late.text).to.include('Ada has already overturned this.');
    expect(late.text).to.include('It was not safe.');
    const queued = await community
      .db('queue_items')
      .where({ kind: 'appeal' })
      .orderBy('id', 'desc');
    expect(queued[0]?.state).to.equal('settled');
    const shown = await community.db('answers').where({ id: answer.id }).first();
    expect(shown?.removed_at).to.equal(null);
  });
});
