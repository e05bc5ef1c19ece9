import { expect } from 'chai';

import type { AnswerRow, QuestionRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aFinancePerson, aMember, aModerator, anAdmin, aQuestion } from '#test/support/make.ts';

const TEXT = { id: '', title: 'Rings & things', body: 'Hello {name}, ring {support_number}. {me}' };

describe('Canned answers', () => {
  const community = aCommunity();
  let [asker, moderator]: MemberRow[] = [];
  let question: QuestionRow;
  let text: string;
  before(async () => {
    const { owner } = community;
    [asker, moderator] = [await aMember(owner, { level: 'helper' }), await aModerator(owner)];
    question = await aQuestion(owner, { author_id: asker.id });
    await post(moderator, '/staff/canned-answers', TEXT);
    text = String((await owner('canned_texts').where({ title: TEXT.title }).first())?.id);
  });

  const post = (who: MemberRow | undefined, path: string, fields: Record<string, string>) =>
    community.visit(who).post(path).type('form').send(fields);
  const answers = () => `/q/${String(question.id)}/answers`;
  const lastAnswer = async (): Promise<AnswerRow | undefined> =>
    community.owner('answers').orderBy('id', 'desc').first();

  it('are put under what was typed, filled in, and counted in the answer they are sent in', async () => {
    const put = await post(moderator, `${answers()}/canned`, { canned: text, body: 'Well.' });
    const used = /name="used" value="([^"]*)"/.exec(put.text)?.[1] ?? '';
    const body = /<textarea[^>]*id="body"[^>]*>\n([^<]*)</.exec(put.text)?.[1] ?? '';
    const sent = await post(moderator, answers(), { body, used });
    const answer = await lastAnswer();
    await post(asker, `/a/${String(answer?.id)}/acceptance`, {});
    const list = await community.visit(moderator).get('/staff/canned-answers');

    expect([put.status, sent.status]).to.deep.equal([200, 303]);
    expect(body).to.equal(
      `Well.\n\nHello ${asker?.name ?? ''}, ring 4444. ${moderator?.name ?? ''}`,
    );
    const uses = await community.owner('canned_uses').select('text_id', 'answer_id');
    expect(uses).to.deep.equal([{ text_id: Number(text), answer_id: answer?.id }]);
    expect(list.text).to.include('Used once, solved 1');
  });

  it('are kept through a preview and a refusal', async () => {
    const preview = await post(moderator, `${answers()}/preview`, { body: 'Hello.', used: text });
    const refused = await post(moderator, answers(), { body: ' ', used: text });

    expect([preview.status, refused.status]).to.deep.equal([200, 422]);
    for (const page of [preview, refused]) {
      expect(page.text).to.include(`name="used" value="${text}"`);
    }
  });

  it('are for moderators and admins, and nobody else hears of them', async () => {
    const { owner } = community;
    const path = `/q/${String(question.id)}/${question.slug}`;
    const others = [undefined, asker, await aFinancePerson(owner)];
    const theirs = [moderator, await anAdmin(owner)];

    for (const who of theirs) {
      const page = await community.visit(who).get(path);
      expect(page.text).to.include('Rings &amp; things').and.to.include('marked as our team’s');
    }
    for (const who of others) {
      const { text: page } = await community.visit(who).get(path);
      const { text: preview } = await post(who, `${answers()}/preview`, { body: 'Hello.' });
      expect(page + preview).not.to.match(/canned|Rings|name="used"/);
      const { status } = await post(who, `${answers()}/canned`, { canned: text });
      expect(status).to.equal(who ? 404 : 401);
    }
  });

  it('are not counted because somebody else says so', async () => {
    const counted = () => community.owner('canned_uses').count({ n: '*' }).first();
    const before = await counted();

    const { status } = await post(asker, answers(), { body: 'I found it.', used: text });

    expect(status).to.equal(303);
    expect(await counted()).to.deep.equal(before);
  });

  it('stand beside the other lists, of which an admin has no notes to authors', async () => {
    const admin = await anAdmin(community.owner);

    const theirs = await community.visit(admin).get('/staff/canned-answers');
    const ours = await community.visit(moderator).get('/staff/case-replies');

    expect(ours.text)
      .to.include('href="/staff/canned-notes"')
      .and.to.include('"/staff/canned-answers"');
    expect(theirs.text).to.include('"/staff/case-replies"');
    expect(theirs.text).not.to.include('href="/staff/canned-notes"');
    expect((await community.visit(admin).get('/staff/canned-notes')).status).to.equal(404);
  });
});
