import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aComment, aMember, aModerator, anAdmin, anAnsweredQuestion } from '#test/support/make.ts';
import * as desk from '../../moderation/desk.ts';

describe('Removing a post', () => {
  const community = aCommunity();
  let hannah: MemberRow;
  before(async () => {
    hannah = await aModerator(community.owner, { name: 'Hannah' });
  });
  const send = (address: string, fields: Record<string, string>, by = hannah) =>
    community.visit(by).post(address).type('form').send(fields);
  const look = async (address: string) => (await community.visit(hannah).get(address)).text;
  const unsafe = { reason: 'unsafe', note: 'This cuts the line.' };

  it('says first what becomes of a reward that is being held', async () => {
    const { answer } = await desk.anAuditedAnswer(community);

    const text = await look(`/a/${String(answer.id)}/removal`);

    expect(text).to.include('This is the accepted answer: the question opens again.');
    expect(text).to.include('The £0.50 that is being held is not paid.');
    expect(text).to.include(answer.body);
  });

  it('says first what becomes of a reward that was released', async () => {
    const { answer } = await desk.aReleasedAnswer(community, hannah);

    const text = await look(`/a/${String(answer.id)}/removal`);

    expect(text).to.include('The £0.50 that was released is taken back.');
    const whole = await look(`/q/${String(answer.question_id)}/removal`);
    expect(whole).to.include('Its accepted answer goes too. The £0.50 that was released');
  });

  it('promises nothing about rewards where there is none', async () => {
    const { question, answer } = await anAnsweredQuestion(community.owner);
    const comment = await aComment(community.owner, { question_id: question.id });

    expect(await look(`/a/${String(answer.id)}/removal`)).to.include('no reward changes');
    expect(await look(`/q/${String(question.id)}/removal`)).to.not.include('goes too');
    expect(await look(`/c/${String(comment.id)}/removal`)).to.include('Nothing else changes.');
  });

  it('does what it said, and leads back to the thread', async () => {
    const { answer, question, helper } = await desk.anAuditedAnswer(community);

    const { status, headers } = await send(`/a/${String(answer.id)}/removal`, unsafe);

    expect(status).to.equal(303);
    expect(headers.location).to.equal(
      `/q/${String(question.id)}/${question.slug}#a-${String(answer.id)}`,
    );
    expect(await desk.holdingsOf(community, helper)).to.include({ pending: 0n });
  });

  it('puts back what it took down, for a reason', async () => {
    const { answer, helper } = await desk.anAuditedAnswer(community);
    const [removal, restoration] = ['removal', 'restoration'].map(
      (what) => `/a/${String(answer.id)}/${what}`,
    ) as [string, string];
    await send(removal, unsafe);

    const page = await look(removal);
    expect(page).to.include('Put this answer back').and.to.include('Hannah removed it: unsafe');
    expect(page).to.include('a new acceptance').and.to.include(`action="${restoration}"`);

    const silent = await send(restoration, { note: ' ' });
    expect(silent.status).to.equal(422);
    expect(silent.text).to.include('Say why it comes back.');

    expect((await send(restoration, { note: 'It was right.' })).status).to.equal(303);
    expect(await desk.holdingsOf(community, helper)).to.include({ pending: 50n });
  });

  it('removes questions and comments as well', async () => {
    const { question } = await anAnsweredQuestion(community.owner);
    const comment = await aComment(community.owner, { question_id: question.id });

    expect((await send(`/c/${String(comment.id)}/removal`, unsafe)).status).to.equal(303);
    expect((await send(`/q/${String(question.id)}/removal`, unsafe)).status).to.equal(303);

    const removed = await community.db('removals').whereNull('answer_id').orderBy('id', 'desc');
    expect(
      removed.slice(0, 2).map(({ question_id, comment_id }) => [question_id, comment_id]),
    ).to.deep.equal([
      [question.id, null],
      [null, comment.id],
    ]);
  });

  it('asks again for a reason, with the note still there', async () => {
    const { answer } = await anAnsweredQuestion(community.owner);

    for (const reason of ['', 'boring']) {
      const { status, text } = await send(`/a/${String(answer.id)}/removal`, {
        ...{ reason, note: 'Nobody needs this' },
      });
      expect(status).to.equal(422);
      expect(text).to.include('Say why it goes.').and.to.include('Nobody needs this');
    }
  });

  it('refuses to remove twice', async () => {
    const { answer } = await anAnsweredQuestion(community.owner);
    await send(`/a/${String(answer.id)}/removal`, unsafe);

    const { status, text } = await send(`/a/${String(answer.id)}/removal`, unsafe);

    expect(status).to.equal(409);
    expect(text).to.include('This cuts the line.');
  });

  it('is for moderators', async () => {
    const { answer } = await anAnsweredQuestion(community.owner);
    const address = `/a/${String(answer.id)}/removal`;

    for (const other of [await aMember(community.owner), await anAdmin(community.owner)]) {
      expect((await community.visit(other).get(address)).status).to.equal(404);
      expect((await send(address, unsafe, other)).status).to.equal(404);
    }
    expect((await community.visit().get(address)).headers.location).to.include('/sign-in');
  });
});
