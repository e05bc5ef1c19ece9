import { expect } from 'chai';

import type { AnswerRow, QuestionRow } from '#src/forum/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aModerator, anAnswer, aQuestion } from '#test/support/make.ts';
import { anAcceptedAnswer } from '#test/support/rewarding.ts';
import { answerIn, expectSound } from './reading.ts';

describe('how an answer stands', () => {
  const community = aCommunity();
  type Reader = Parameters<typeof community.visit>[0];
  const read = async ({ id, slug }: QuestionRow, reader?: Reader) =>
    (await community.visit(reader).get(`/q/${id}/${slug}`).expect(200)).text;
  const post = (reader: Reader, answer: AnswerRow, act: string, body: string) =>
    community.visit(reader).post(`/a/${answer.id}/${act}`).type('form').send(body);
  const orderIn = (page: string) =>
    [...page.matchAll(/<article[^>]* id="a-(\d+)"/g)].map(([, id]) => Number(id));

  it('official: marked by a moderator, and next after the accepted one', async () => {
    const moderator = await aModerator(community.owner);
    const { question, answer } = await anAcceptedAnswer(community);
    const given = { question_id: question.id, author_id: moderator.id, by_staff: true };
    const loved = await anAnswer(community.owner, { question_id: question.id, score: 9 });
    const first = await anAnswer(community.owner, given);
    const second = await anAnswer(community.owner, given);

    await post(moderator, first, 'official', 'on=1').expect(303);
    await post(moderator, second, 'official', 'on=1').expect(303);

    const page = await read(question);
    expectSound(page);
    expect(orderIn(page)).to.deep.equal([answer.id, second.id, loved.id, first.id]);
    expect(answerIn(page, second)).to.include('Official answer from Goodline');
    expect(answerIn(page, first)).to.not.include('Official answer');
    expect(page).to.include(`action="/a/${second.id}/fixed"`);
    await post(moderator, second, 'official', 'on=0').expect(303);
    expect(await read(question)).to.not.include('Official answer');
    const acts = await community.db('moderation_log').where('act', 'like', 'official-%');
    expect(acts).to.have.length(3);
  });

  it('official is nothing that a member wrote, or marks', async () => {
    const moderator = await aModerator(community.owner);
    const { helper, answer } = await anAcceptedAnswer(community);

    expect((await post(moderator, answer, 'official', 'on=1')).status).to.equal(409);
    expect((await post(helper, answer, 'official', 'on=1')).status).to.equal(404);
  });

  it('out of date: said in two clicks, and told to everybody with the day', async () => {
    const guide = await aMember(community.owner, { level: 'guide' });
    const { question, answer } = await anAcceptedAnswer(community);
    expect(answerIn(await read(question), answer)).to.include(`/a/${answer.id}/outdated`);
    expectSound((await community.visit(guide).get(`/a/${answer.id}/outdated`)).text);

    await post(guide, answer, 'outdated', 'note=The+menu+moved').expect(303);

    const page = await read(question);
    expectSound(page);
    expect(answerIn(page, answer)).to.match(/May be out of date.*since <time datetime="2026-01-15/);
    expect(page).to.not.include('The menu moved').and.not.include('What fixed it');
    expect(answerIn(page, answer)).to.not.include(`href="/a/${answer.id}/outdated"`);
  });

  it('out of date as one member says: known to moderators alone, who decide', async () => {
    const [member, moderator] = [await aMember(community.owner), await aModerator(community.owner)];
    const { question, answer } = await anAcceptedAnswer(community);
    await post(member, answer, 'outdated', '').expect(303);
    expect(await read(question, member)).to.not.include('that it no longer works');
    expect(await read(question, moderator)).to.include('A member says that it no longer works');

    await post(moderator, answer, 'outdated/decision', 'as=outdated').expect(303);
    expect(await read(question)).to.include('May be out of date');
    await post(moderator, answer, 'outdated/decision', 'as=works').expect(303);

    expect(await read(question)).to.not.include('May be out of date');
    expect((await post(member, answer, 'outdated/decision', 'as=works')).status).to.equal(404);
  });

  it('accepted: begins above a question, however long', async () => {
    const { question, answer } = await anAcceptedAnswer(community);
    const open = await aQuestion(community.owner);

    const page = await read(question);

    expect(page.indexOf('What fixed it')).to.be.within(1, page.indexOf('aria-label="Question"'));
    expect(page.split(answer.body)).to.have.length.greaterThan(2);
    expect(await read(open)).to.not.include('What fixed it');
  });
});
