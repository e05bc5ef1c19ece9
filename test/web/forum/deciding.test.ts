import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, anAnswer, anAnsweredQuestion } from '#test/support/make.ts';
import { lastReward } from '#test/support/rewarding.ts';

describe('what whoever asked decides', () => {
  const community = aCommunity();
  const post = (member: MemberRow | undefined, path: string, fields: object = {}) =>
    community.visit(member).post(path).type('form').send(fields);
  const stateOf = async ({ id }: { id: number }) =>
    (
      await community
        .db('questions')
        .where({ id: id as never })
        .first()
    )?.state;

  it('marks an answer as the one, and goes back to it', async () => {
    const { asker, question, answer } = await anAnsweredQuestion(community.owner);
    const path = `/q/${question.id}/${question.slug}`;

    const pressed = await post(asker, `/a/${answer.id}/acceptance`);

    expect(pressed.status).to.equal(303);
    expect(pressed.headers.location).to.equal(`${path}#a-${answer.id}`);
    expect(pressed.headers['set-cookie']).to.match(/flash=accepted/);
    expect((await community.visit().get(path)).text).to.include('Accepted answer');
    expect((await lastReward(community.db, answer)).state).to.equal('held');
  });

  it('takes it back, and the reward with it', async () => {
    const { asker, question, answer } = await anAnsweredQuestion(community.owner);
    await post(asker, `/a/${answer.id}/acceptance`);

    expect((await post(asker, `/a/${answer.id}/acceptance/withdrawal`)).status).to.equal(303);

    expect(await stateOf(question)).to.equal('open');
    expect((await lastReward(community.db, answer)).state).to.equal('voided');
    const page = (await community.visit().get(`/q/${question.id}/${question.slug}`)).text;
    expect(page).to.include(`${asker.name} withdrew the acceptance`);
    expect(page).to.not.include('Accepted answer');
    expect((await post(asker, `/a/${answer.id}/acceptance/withdrawal`)).status).to.equal(409);
  });

  it('says that what was accepted has not solved it after all, and then that it has', async () => {
    const { asker, question, answer } = await anAnsweredQuestion(community.owner);
    const path = `/q/${question.id}/${question.slug}`;
    const read = async (member?: MemberRow) => (await community.visit(member).get(path)).text;
    await post(asker, `/a/${answer.id}/acceptance`);

    await post(asker, `/q/${question.id}/resolution`, { as: 'still-not-solved' });

    expect(await read()).to.include(`${asker.name} said that it is not solved after all`);
    expect(await read())
      .to.not.include('Accepted answer')
      .and.not.include('"acceptedAnswer"');
    expect(await read(asker)).to.include('It solved it after all.');
    expect((await lastReward(community.db, answer)).state).to.equal('held');
    await post(asker, `/a/${answer.id}/acceptance`);
    expect(await read())
      .to.include('Accepted answer')
      .and.include('"acceptedAnswer"');
  });

  it('moves it to another answer', async () => {
    const { asker, question, answer } = await anAnsweredQuestion(community.owner);
    const other = await anAnswer(community.owner, { question_id: question.id });
    await post(asker, `/a/${answer.id}/acceptance`);

    await post(asker, `/a/${other.id}/acceptance`);

    const page = (await community.visit().get(`/q/${question.id}/${question.slug}`)).text;
    expect(page).to.match(new RegExp(`class="card answer accepted" id="a-${String(other.id)}"`));
    expect(page).to.include(`${asker.name} accepted another answer instead`);
  });

  it('is not found by anybody else, and asks a visitor to sign in', async () => {
    const { helper, question, answer } = await anAnsweredQuestion(community.owner);

    for (const member of [helper, await aMember(community.owner)]) {
      expect((await post(member, `/a/${answer.id}/acceptance`)).status).to.equal(404);
      const resolution = { as: 'no-single-answer' };
      expect((await post(member, `/q/${question.id}/resolution`, resolution)).status).to.equal(403);
    }
    expect((await post(undefined, `/a/${answer.id}/acceptance`)).status).to.equal(401);
    expect(await stateOf(question)).to.equal('open');
  });

  it('says that no single answer solved it, or that it is not solved after all', async () => {
    const { asker, question } = await anAnsweredQuestion(community.owner);
    const resolve = (as: string) => post(asker, `/q/${question.id}/resolution`, { as });

    expect((await resolve('no-single-answer')).status).to.equal(303);
    expect(await stateOf(question)).to.equal('no-single-answer');
    expect((await resolve('still-not-solved')).status).to.equal(303);
    expect(await stateOf(question)).to.equal('open');
    expect((await resolve('whatever')).status).to.equal(422);
  });
});
