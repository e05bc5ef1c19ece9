import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aModerator, anAdmin, anAnsweredQuestion, aTopic } from '#test/support/make.ts';
import { lastAudit, rewarding } from '#test/support/rewarding.ts';

const PUK = 'My PUK is 12345678.';

describe('Asking in private', () => {
  const community = aCommunity();
  let member: MemberRow;
  let moderator: MemberRow;
  let topic: string;
  before(async () => {
    const { owner } = community;
    [member, moderator] = [await aMember(owner), await aModerator(owner)];
    topic = (await aTopic(owner)).slug;
  });

  const post = (who: MemberRow | undefined, path: string, fields: Record<string, string>) =>
    community.visit(who).post(path).type('form').send(fields);
  const asked = { title: 'Why is my bill wrong?', body: 'It says £99.' };
  const casesOf = ({ id }: MemberRow) =>
    community.owner('cases').where({ member_id: id }).orderBy('id');

  it('is a choice on the form, and is chosen where a link says so', async () => {
    const plain = await community.visit(member).get('/ask');
    const { text } = await community.visit(member).get('/ask?private=1');

    expect(plain.text).to.match(/name="private"[^>]*value=""[^>]*checked/);
    expect(text).to.match(/name="private"[^>]*value="1"[^>]*checked/);
    expect(text).to.include('Only the Goodline team').and.to.include('within 4 hours');
  });

  it('opens a case and no question, and is not asked about what looks personal', async () => {
    const { status, headers } = await post(member, '/ask', {
      ...{ ...asked, topic, private: '1', body: PUK },
    });

    expect(status).to.equal(303);
    expect(headers.location).to.match(/^\/me\/conversations\/\d+$/);
    expect(await community.owner('questions').where({ author_id: member.id })).to.deep.equal([]);
    const page = await community.visit(member).get(headers.location ?? '');
    expect(page.text).to.include(PUK).and.to.include('We reply by');
  });

  it('keeps what was typed and the choice where something is missing', async () => {
    const { status, text } = await post(member, '/ask', { title: '', body: PUK, private: '1' });

    expect(status).to.equal(422);
    expect(text).to.include(PUK);
    expect(text).to.match(/name="private"[^>]*value="1"[^>]*checked/);
  });

  it('is offered where a question looks personal', async () => {
    const author = await aMember(community.owner);
    const refused = await post(author, '/ask', { ...asked, topic, body: PUK });
    const key = /name="key" value="([^"]+)"/.exec(refused.text)?.[1] ?? '';
    const again = { ...asked, topic, body: PUK, personal: 'private', key };

    await Promise.all([1, 2].map(() => post(author, '/ask', again)));

    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('Ask our team privately');
    const opened = await casesOf(author);
    expect(opened.map(({ origin, subject }) => [origin, subject])).to.deep.equal([
      ['turned-away', asked.title],
    ]);
  });

  for (const kind of ['answer', 'comment', 'edit'] as const) {
    it(`is offered where the text of an ${kind} looks personal, and carries the thread`, async () => {
      const { question, asker } = await anAnsweredQuestion(community.owner);
      const path = `/q/${String(question.id)}/${{ answer: 'answers', comment: 'comments', edit: 'edit' }[kind]}`;
      const fields = { title: question.title, body: PUK, reason: '', version: '1' };
      const refused = await post(asker, path, fields);

      const { headers } = await post(asker, path, { ...fields, personal: 'private' });

      expect(refused.status).to.equal(422);
      expect(refused.text).to.include('value="private"');
      const [opened] = await casesOf(asker);
      expect(opened).to.include({ question_id: question.id, origin: 'turned-away' });
      expect(headers.location).to.equal(`/me/conversations/${String(opened?.id)}`);
      const page = await community.visit(asker).get(headers.location ?? '');
      expect(page.text).to.include(PUK).and.to.include(question.title);
      const stands = await community.owner('questions').where({ id: question.id }).first();
      expect(stands?.body).not.to.include('PUK');
    });
  }

  it('survives signing in', async () => {
    const visitor = community.visit();
    const { status } = await visitor
      .post('/ask')
      .type('form')
      .send({ ...asked, topic, private: '1' });
    const { text } = await visitor.get('/ask');

    expect(status).to.equal(401);
    expect(text)
      .to.include(asked.body)
      .and.to.match(/value="1"[^>]*checked/);
  });

  it('is answered, and the mail leads to the answer', async () => {
    const author = await aMember(community.owner);
    await post(author, '/ask', { ...asked, topic, private: '1' });
    const [opened] = await casesOf(author);
    const at = `/staff/cases/${String(opened?.id)}`;
    const page = await community.visit(moderator).get(at);
    const seen = /name="seen" value="(\d+)"/.exec(page.text)?.[1] ?? '';

    const sent = await post(moderator, `${at}/messages`, { body: 'It was ours.', seen });

    expect(sent.status).to.equal(303);
    const mail = await community.owner('mails').where({ member_id: author.id }).first();
    expect(mail?.subject).to.equal(`${moderator.name} replied to you privately`);
    const read = await community.visit(author).get(`/me/conversations/${String(opened?.id)}`);
    expect(read.text).to.include('It was ours.').and.to.include('Your turn');
    const list = await community.visit(author).get('/me/conversations');
    expect(list.text).to.include(asked.title);
  });

  it('refuses a reply over what somebody has written meanwhile, and keeps it', async () => {
    const author = await aMember(community.owner);
    await post(author, '/ask', { ...asked, topic, private: '1' });
    const [opened] = await casesOf(author);
    const at = `/staff/cases/${String(opened?.id)}/messages`;
    await post(author, `/me/conversations/${String(opened?.id)}/messages`, { body: 'Or is it?' });

    const sent = await post(moderator, at, { body: 'All is well.', seen: '1' });

    expect(sent.status).to.equal(409);
    expect(sent.text).to.include('All is well.').and.to.include('Or is it?');
    expect(sent.text).to.include('wrote while you were writing');
  });

  it('shows our team the thread and what the member asked before', async () => {
    const { question, asker } = await anAnsweredQuestion(community.owner);
    await post(asker, '/ask', { ...asked, title: 'An earlier matter', topic, private: '1' });
    const about = { question: String(question.id) };

    const { headers } = await post(moderator, '/staff/cases', about);
    const { text } = await community.visit(moderator).get(headers.location ?? '');

    expect(headers.location).to.match(/^\/staff\/cases\/\d+#reply-body$/);
    expect(text).to.include(question.title).and.to.include('An earlier matter');
    expect(text).to.include('id="reply-body"');
  });

  it('is one key at the desk, with whoever asked', async () => {
    const { asker, answer } = await anAnsweredQuestion(community.owner);
    await rewarding(community).accept(asker, answer);
    const audit = await lastAudit(community.owner, answer);

    const { text } = await community.visit(moderator).get(`/staff/audits/${String(audit.id)}`);

    expect(text).to.match(/<button[^>]*formaction="\/staff\/cases"[^>]*data-key="p"/);
    expect(text).to.include(`Reply privately to ${asker.name}`);
    const fields = {
      question: String(answer.question_id),
      answer: String(answer.id),
      version: '1',
    };
    const { status } = await post(moderator, '/staff/cases', { ...fields, text: 'Which phone?' });
    expect(status).to.equal(303);
    expect(await casesOf(asker)).to.have.length(1);
    const list = await community.visit(asker).get('/me/conversations');
    expect(list.text).to.include('Your turn');
  });

  it('closes with a summary that is checked for personal data first', async () => {
    const author = await aMember(community.owner);
    await post(author, '/ask', { ...asked, topic, private: '1' });
    const [opened] = await casesOf(author);
    const at = `/staff/cases/${String(opened?.id)}`;
    const page = await community.visit(moderator).get(at);
    const seen = /name="seen" value="(\d+)"/.exec(page.text)?.[1] ?? '';
    const summary = { ...asked, title: 'Why does a bill say £99?', topic, seen };

    const refused = await post(moderator, `${at}/summary`, { ...summary, answer: PUK });
    const closed = await post(moderator, `${at}/summary`, { ...summary, answer: 'A day’s delay.' });

    expect(refused.status).to.equal(422);
    expect(refused.text).to.include(PUK).and.not.to.include('value="private"');
    expect(closed.status).to.equal(303);
    const told = await community.visit(author).get(`/me/conversations/${String(opened?.id)}`);
    expect(told.text).to.include('Why does a bill say £99?').and.to.include('Closed on');
  });

  it('is answered with a canned reply under what was typed, its variables filled in', async () => {
    const author = await aMember(community.owner);
    await post(author, '/ask', { ...asked, topic, private: '1' });
    const [opened] = await casesOf(author);
    const at = `/staff/cases/${String(opened?.id)}`;
    const save = (fields: Record<string, string>) =>
      post(moderator, '/staff/case-replies', { id: '', ...fields });
    const text = { title: 'Bill', body: 'Dear {name}, {subject}? Yours, {me}' };

    const saved = [await save(text), await save({ ...text, title: 'bill' }), await save({})];
    const unknown = await save({ title: 'Else', body: '{other}' });
    const reply = await community.owner('canned_texts').first();
    const put = { canned: String(reply?.id), body: 'Hello!' };
    const { status, text: page } = await post(moderator, `${at}/preview`, put);
    await post(moderator, `/staff/case-replies/${String(reply?.id)}/drop`, {});
    const dropped = await post(moderator, `${at}/preview`, put);

    expect(saved.map((one) => one.status)).to.deep.equal([303, 422, 422]);
    expect([unknown.status, unknown.text.includes('{other} stands for nothing')]).to.deep.equal([
      ...[422, true],
    ]);
    expect(status).to.equal(200);
    const filled = `Dear ${author.name}, ${asked.title}? Yours, ${moderator.name}`;
    expect(page).to.include(`Hello!\n\n${filled}`);
    expect(dropped.status).to.equal(404);
    const sent = await community.owner('case_messages').where({ author_id: author.id });
    expect(sent).to.have.length(1);
  });

  it('lets an admin take out what a message said, for a reason', async () => {
    const [author, admin] = [await aMember(community.owner), await anAdmin(community.owner)];
    await post(author, '/ask', { ...asked, topic, private: '1', body: PUK });
    const [opened] = await casesOf(author);
    const message = await community.owner('case_messages').orderBy('id', 'desc').first();
    const at = `/staff/cases/${String(opened?.id)}/messages/${String(message?.id)}/redaction`;

    const form = await community.visit(admin).get(at);
    const without = await post(admin, at, { reason: ' ' });
    const done = await post(admin, at, { reason: 'A PUK' });

    expect([form.status, without.status, done.status]).to.deep.equal([200, 422, 303]);
    const read = await community.visit(author).get(`/me/conversations/${String(opened?.id)}`);
    expect(read.text).not.to.include('12345678');
    expect(read.text).to.include('taken out by our team');
  });
});
