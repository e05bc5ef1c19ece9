import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, anAnsweredQuestion } from '#test/support/make.ts';
import { answerIn } from './reading.ts';

describe('saying something with one press', () => {
  const community = aCommunity();
  const post = (member: MemberRow | undefined, path: string, fields: object = {}) =>
    community.visit(member).post(path).type('form').send(fields);
  const read = async ({ id, slug }: { id: number; slug: string }, member?: MemberRow) =>
    (await community.visit(member).get(`/q/${String(id)}/${slug}`)).text;

  it('votes for an answer, against it, and takes the vote back', async () => {
    const { question, answer } = await anAnsweredQuestion(community.owner);
    const member = await aMember(community.owner);
    const vote = async (value: string) => {
      const { status, headers } = await post(member, `/a/${answer.id}/vote`, { value });
      expect(status).to.equal(303);
      expect(headers.location).to.match(new RegExp(`#a-${String(answer.id)}$`));
      return answerIn(await read(question, member), answer);
    };

    expect(await vote('1'))
      .to.include('value="0" aria-pressed="true"')
      .and.include('</span>1</b>');
    expect(await vote('-1'))
      .to.include('value="1" aria-pressed="false"')
      .and.include('</span>-1</b>');
    expect(await vote('0'))
      .to.include('</span>0</b>')
      .and.not.include('aria-pressed="true"');
  });

  it('refuses votes that are no votes, and those on one’s own', async () => {
    const { asker, helper, question, answer } = await anAnsweredQuestion(community.owner);

    for (const value of ['2', '01', '', 'up']) {
      expect((await post(asker, `/a/${answer.id}/vote`, { value })).status, value).to.equal(422);
    }
    expect((await post(asker, `/a/${answer.id}/vote`)).status).to.equal(422);
    expect((await post(helper, `/a/${answer.id}/vote`, { value: '1' })).status).to.equal(403);
    expect((await post(asker, `/q/${question.id}/vote`, { value: '1' })).status).to.equal(403);
  });

  it('says "I have this too", follows the question with it, and takes both back', async () => {
    const { question } = await anAnsweredQuestion(community.owner);
    const member = await aMember(community.owner);
    const press = (what: string, on: string) =>
      post(member, `/q/${question.id}/${what}`, { on }).expect(303);

    await press('me-too', '1');
    const page = await read(question, member);
    expect(page).to.match(/name="on" value="0" aria-pressed="true">[\s\S]*?I have this too/);
    expect(page).to.include('Stop following');

    await press('follow', '0');
    await press('me-too', '0');
    expect(await read(question, member)).to.not.include('Stop following');
    expect(await read(question)).to.not.include('others have this too');
    expect((await post(member, `/q/${question.id}/me-too`, { on: 'yes' })).status).to.equal(422);
  });

  it('says that an answer helped as well, and takes it back', async () => {
    const { question, answer } = await anAnsweredQuestion(community.owner);
    const member = await aMember(community.owner);

    const said = await post(member, `/a/${answer.id}/helped`);
    expect(said.headers['set-cookie']).to.match(/flash=helped;/);
    expect(answerIn(await read(question), answer)).to.include('<span class="count">1</span>');

    const taken = await post(member, `/a/${answer.id}/helped`);
    expect(taken.headers['set-cookie']).to.match(/flash=helped-withdrawn;/);
    expect(answerIn(await read(question), answer)).to.not.include('class="count"');
  });

  it('votes for a question', async () => {
    const { question } = await anAnsweredQuestion(community.owner);
    const member = await aMember(community.owner);

    await post(member, `/q/${question.id}/vote`, { value: '1' }).expect(303);

    expect(await read(question, member)).to.match(
      /value="0" aria-pressed="true">[\s\S]*?Good question/,
    );
  });

  it('blocks whoever asked: their question is folded for that reader alone', async () => {
    const { asker, question } = await anAnsweredQuestion(community.owner);
    const [reader, other] = [await aMember(community.owner), await aMember(community.owner)];

    await post(reader, `/u/${asker.name}/block`, { on: '1' });

    const folded = `You’ve blocked ${asker.name}. Show this question`;
    expect(await read(question, reader)).to.include(folded);
    expect(await read(question, other)).not.to.include('You’ve blocked');
  });

  it('asks visitors to sign in, and changes nothing for them', async () => {
    const { question, answer } = await anAnsweredQuestion(community.owner);

    for (const [path, fields] of [
      [`/a/${answer.id}/vote`, { value: '1' }],
      [`/a/${answer.id}/helped`, {}],
      [`/q/${question.id}/vote`, { value: '1' }],
      [`/q/${question.id}/me-too`, { on: '1' }],
      [`/q/${question.id}/follow`, { on: '1' }],
    ] as const) {
      expect((await post(undefined, path, fields)).status, path).to.equal(401);
    }
    const row = await community.db('answers').where({ id: answer.id }).first();
    expect(row).to.include({ score: 0, helped_count: 0 });
  });
});
