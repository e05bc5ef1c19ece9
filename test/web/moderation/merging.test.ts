import { expect } from 'chai';

import { acceptAnswer } from '#src/forum/accept-answer.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { removePost } from '#src/moderation/posts/remove-post.ts';
import { muteThread } from '#src/notices/mute-thread.ts';
import { tellFollowersOfMerge } from '#src/notices/tell-of-merge.ts';
import { followQuestion } from '#src/forum/follow-question.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aModerator, anAnsweredQuestion, aQuestion } from '#test/support/make.ts';

describe('Merging on the site', () => {
  const community = aCommunity();
  let moderator: MemberRow;
  before(async () => (moderator = await aModerator(community.db)));

  const two = async () => [
    await anAnsweredQuestion(community.db),
    await anAnsweredQuestion(community.db),
  ];
  type Two = Awaited<ReturnType<typeof two>>;
  const paths = ([one, other]: Two) => {
    if (!one || !other) throw new Error('there are two');
    return { one, other, merge: `/q/${String(one.question.id)}/merge` };
  };
  const merge = async (pair: Two) => {
    const { other, merge: path } = paths(pair);
    const fields = { into: String(other.question.id), reason: 'They ask the same' };
    return community.visit(moderator).post(path).type('form').send(fields).expect(303);
  };

  it('leads every address of the one to the other, for good', async () => {
    const pair = await two();
    const { one, other } = paths(pair);

    const { headers } = await merge(pair);

    const there = `/q/${String(other.question.id)}/${other.question.slug}`;
    expect(headers['location']).to.equal(there);
    const id = String(one.question.id);
    for (const old of [`/q/${id}`, `/q/${id}/${one.question.slug}`, `/q/${id}/an-old-slug`]) {
      await community.visit().get(old).expect(301).expect('location', there);
    }
    await community
      .visit()
      .get(`/a/${String(one.answer.id)}`)
      .expect(301)
      .expect('location', `${there}#a-${String(one.answer.id)}`);
  });

  it('says who asked the same and accepted, and lets them take that back', async () => {
    const pair = await two();
    const { one, other } = paths(pair);
    await community.perform(one.asker, (work) => acceptAnswer(work, one.answer.id));
    await merge(pair);

    const page = `/q/${String(other.question.id)}/${other.question.slug}`;
    const { text } = await community.visit(one.asker).get(page).expect(200);

    expect(text).to.include(`Accepted by ${one.asker.name}, who asked the same`);
    expect(text).to.include(`${one.asker.name} asked the same`);
    const withdrawal = `/a/${String(one.answer.id)}/acceptance/withdrawal`;
    expect(text).to.include(withdrawal);
    await community.visit(one.asker).post(withdrawal).expect(303);
    const after = await community.visit().get(page).expect(200);
    expect(after.text).not.to.include('who asked the same</span>');
  });

  it('shows first what follows, and asks again for what is missing', async () => {
    const pair = await two();
    const { one, other, merge: path } = paths(pair);
    await community.perform(one.asker, (work) => acceptAnswer(work, one.answer.id));
    const desk = community.visit(moderator);

    const preview = await desk.get(`${path}?into=/q/${String(other.question.id)}/x`).expect(200);
    const nowhere = await desk.get(`${path}?into=nowhere`).expect(200);
    const unsaid = await desk
      .post(path)
      .type('form')
      .send({ into: String(other.question.id), reason: ' ' })
      .expect(422);

    expect(preview.text).to.include(`${one.asker.name} accepted ${one.helper.name}’s answer`);
    expect(preview.text).to.include('Should it be the other way round?');
    expect(nowhere.text).to.include('That is no address of another question.');
    expect(unsaid.text).to.include('Say why they are one.');
  });

  it('is logged, and taken apart again with a reason', async () => {
    const { db, visit } = community;
    const pair = await two();
    const { one, merge: path } = paths(pair);
    await merge(pair);

    await visit(moderator).get(path).expect(200);
    await visit(moderator).post(`${path}/undo`).type('form').send({ reason: '' }).expect(422);
    await visit(moderator).post(`${path}/undo`).type('form').send({ reason: 'Not so' }).expect(303);

    const page = `/q/${String(one.question.id)}/${one.question.slug}`;
    await visit().get(page).expect(200);
    const subject = `question:${String(one.question.id)}`;
    const acts = await db('moderation_log').where({ subject }).orderBy('id').pluck('act');
    expect(acts).to.deep.equal(['question-merged', 'merge-undone']);
  });

  it('tells both askers and each follower once, and none who had muted it', async () => {
    const { db, perform } = community;
    const pair = await two();
    const { one, other } = paths(pair);
    const [follower, quiet] = [await aMember(db), await aMember(db)];
    for (const member of [one.asker, follower, quiet]) {
      await perform(member, (work) => followQuestion(work, one.question.id, true));
    }
    await perform(quiet, (work) => muteThread(work, one.question.id, true));

    await merge(pair);
    const row = await db('question_merges').where({ source_id: one.question.id }).first();
    if (!row) throw new Error('it was merged');
    await tellFollowersOfMerge(db, perform, row.id);
    await tellFollowersOfMerge(db, perform, row.id);

    const told = await db('notices').where({ kind: 'merged' }).pluck('member_id');
    const meant = [one.asker.id, other.asker.id, follower.id, quiet.id];
    expect(told.filter((id) => meant.includes(id))).to.have.members(meant.slice(0, 3));
  });

  it('takes no answer at the address that leads on', async () => {
    const pair = await two();
    const { one } = paths(pair);
    await merge(pair);
    const late = await aMember(community.db);

    await community
      .visit(late)
      .post(`/q/${String(one.question.id)}/answers`)
      .type('form')
      .send({ body: 'Too late, by a minute.' })
      .expect(409);
  });

  it('is not offered for a question that is removed', async () => {
    const question = await aQuestion(community.db);
    await community.perform(moderator, (work) =>
      removePost(work, { question: question.id }, { reason: 'spam', note: '' }),
    );
    const path = `/q/${String(question.id)}/${question.slug}`;

    const { text } = await community.visit(moderator).get(path).expect(200);

    expect(text).not.to.include('/merge"');
  });
});
