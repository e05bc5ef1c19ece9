import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { latestLink, mailsTo } from '#test/support/mailbox.ts';
import { aMember, aModerator, anAnswer, aQuestion } from '#test/support/make.ts';
import { lastReward } from '#test/support/rewarding.ts';

const LONG_AGO = new Date('2026-01-01T12:00:00Z');

describe('Silent askers', () => {
  const community = aCommunity();

  it('are listed with what speaks for an answer, and their question is solved by one form', async () => {
    const { moderator, asker, question, answer } = await aQuietThread();
    const browser = community.visit(moderator);

    const list = await browser.get('/staff/silent');
    const page = await browser.get(`/staff/silent/${String(answer.id)}`);
    const refused = await accept(moderator, answer.id, '');
    const { status, headers } = await accept(moderator, answer.id, 'Five say that it worked');

    expect(list.text).to.include(question.title).and.include('5 votes');
    expect(page.text).to.include(`Accept for ${asker.name}`);
    expect(refused.status).to.equal(422);
    expect([status, headers.location]).to.deep.equal([
      303,
      `/q/${String(question.id)}/${question.slug}#a-${String(answer.id)}`,
    ]);
    const { text } = await community.visit().get(`/q/${String(question.id)}/${question.slug}`);
    expect(text).to.include(`Accepted by our team on ${asker.name}’s behalf`);
    expect(text).not.to.include('/objection');
  });

  it('are told by mail, and object by its link without signing in', async () => {
    const { moderator, asker, answer } = await aQuietThread();
    await accept(moderator, answer.id, 'Five say that it worked');
    const link = await latestLink(community.owner, asker.email);
    const visitor = community.visit();

    const page = await visitor.get(link);
    const untouched = await lastReward(community.db, answer);
    const token = new URL(link, 'http://x').searchParams.get('token') ?? '';
    const path = link.split('?')[0] ?? '';
    const nothing = await visitor.post(path).type('form').send({ token });
    const { status } = await visitor.post(path).type('form').send({ token, says: 'object' });

    expect(page.text).to.include('Did this fix it?');
    expect(untouched.state).to.equal('held');
    expect([nothing.status, status]).to.deep.equal([422, 303]);
    expect(await lastReward(community.db, answer)).to.include({ state: 'voided' });
    expect((await visitor.get(link)).text).to.include('You’ve objected');
  });

  it('find the way from their question when they are signed in, and nobody else does', async () => {
    const { moderator, asker, question, answer } = await aQuietThread();
    await accept(moderator, answer.id, 'Five say that it worked');
    const path = `/q/${String(question.id)}/objection`;

    const { text } = await community.visit(asker).get(`/q/${String(question.id)}/${question.slug}`);
    const { status } = await community.visit(asker).post(path).type('form').send({ says: 'keep' });

    expect(text).to.include(`href="${path}"`);
    expect(status).to.equal(303);
    expect((await community.visit(await aMember(community.owner)).get(path)).status).to.equal(404);
    expect((await community.visit().get(path)).status).to.equal(303);
    expect((await community.visit().get(`${path}?token=wrong`)).status).to.equal(404);
  });

  it('whose answer is accepted by our team are not said to have accepted it', async () => {
    const { moderator, asker, answer, helper } = await aQuietThread();

    await accept(moderator, answer.id, 'Five say that it worked');

    const [mail] = await mailsTo(community.owner, helper.email);
    expect(mail?.text_body).to.include(`on ${asker.name}’s behalf`);
  });

  const accept = (moderator: MemberRow, id: number, reason: string) =>
    community
      .visit(moderator)
      .post(`/staff/silent/${String(id)}/acceptance`)
      .type('form')
      .send({ reason });

  async function aQuietThread() {
    const { owner } = community;
    const [moderator, asker, helper] = [
      await aModerator(owner),
      await aMember(owner),
      await aMember(owner),
    ];
    const question = await aQuestion(owner, { author_id: asker.id, asked_at: LONG_AGO });
    const answer = await anAnswer(owner, {
      ...{ question_id: question.id, author_id: helper.id, score: 5, answered_at: LONG_AGO },
    });
    return { moderator, asker, helper, question, answer };
  }
});
