import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aModerator, anAdmin, aQuestion } from '#test/support/make.ts';

const LINK = 'All steps are on https://example.org/steps with pictures.';

describe('Posts that may be spam', () => {
  const community = aCommunity();

  it('are seen by their author alone, who is told so, until a moderator approves', async () => {
    const { author, question, path, id } = await aFirstPost();
    const moderator = community.visit(await aModerator(community.owner));

    const mine = await community.visit(author).get(path);
    const others = await community.visit().get(path);
    const page = await moderator.get(`/staff/first-posts/${String(id)}`);
    const decided = await moderator
      .post(`/staff/first-posts/${String(id)}/decision`)
      .type('form')
      .send({ decision: 'approve' });

    expect(mine.text).to.include('example.org/steps').and.include('Waiting for a look');
    expect(others.text).not.to.include('example.org/steps').and.not.include('Waiting for a look');
    expect(page.text).to.include('a first post with a link').and.include('data-key="a"');
    expect(decided.status).to.equal(303);
    expect((await community.visit().get(path)).text).to.include('example.org/steps');
    expect(question.title).to.be.a('string');
  });

  it('wait in the queue with a link to where they are decided', async () => {
    const { id } = await aFirstPost();

    const { text } = await community
      .visit(await aModerator(community.owner))
      .get('/staff/audits?kind=first-post');

    expect(text).to.include(`/staff/first-posts/${String(id)}`);
  });

  it('that are questions are not there for others, and removed as spam they are gone', async () => {
    const author = await aMember(community.owner);
    const topic = await community.owner('topics').first('slug');
    const asked = await community
      .visit(author)
      .post('/ask')
      .type('form')
      .send({ topic: topic?.slug, title: 'Where can I buy it cheap?', body: LINK });
    const path = String(asked.headers['location']);
    const [suspicion] = await community.owner('suspicions').where({ author_id: author.id });
    const moderator = community.visit(await aModerator(community.owner));

    const [mine, before] = [
      await community.visit(author).get(path),
      await community.visit().get(path),
    ];
    await moderator
      .post(`/staff/first-posts/${String(suspicion?.id)}/decision`)
      .type('form')
      .send({ decision: 'spam', note: 'No advertising, please' });

    expect([mine.status, before.status]).to.deep.equal([200, 404]);
    expect((await community.visit().get(path)).status).to.equal(410);
    expect((await community.visit(author).get(path)).text).to.include('No advertising, please');
  });

  it('are refused with what was typed where they say a blocked word', async () => {
    const moderator = community.visit(await aModerator(community.owner));
    const added = await moderator
      .post('/staff/word-lists')
      .type('form')
      .send({ phrase: 'Wordofshame', effect: 'block', note: 'Seen in a flood' });
    const again = await moderator
      .post('/staff/word-lists')
      .type('form')
      .send({ phrase: 'wordofshame', effect: 'flag' });
    const question = await aQuestion(community.owner);

    const refused = await community
      .visit(await aMember(community.owner))
      .post(`/q/${String(question.id)}/answers`)
      .type('form')
      .send({ body: 'My long answer with w0rdofshame in it' });

    expect([added.status, again.status, refused.status]).to.deep.equal([303, 422, 422]);
    expect(refused.text)
      .to.include('My long answer with w0rdofshame in it')
      .and.include('“wordofshame” can’t be posted here');
    expect((await moderator.get('/staff/word-lists')).text).to.include('Seen in a flood');
  });

  it('are limited by level, as an admin sets it with a reason', async () => {
    const admin = community.visit(await anAdmin(community.owner));
    const limits = {
      level: 'steward',
      links: '3',
      per_hour: '5',
      per_day: '9',
      pictures_per_day: '2',
      pictures_per_post: '1',
    };

    const refused = await admin.post('/admin/posting/limits').type('form').send(limits);
    const set = await admin
      .post('/admin/posting/limits')
      .type('form')
      .send({ ...limits, reason: 'Fewer links, please' });

    expect([refused.status, set.status]).to.deep.equal([422, 303]);
    expect((await admin.get('/admin/posting')).text).to.include('Fewer links, please');
  });

  it('are not joined for with mail that is thrown away', async () => {
    const { status, text } = await community
      .visit()
      .post('/join')
      .type('form')
      .send({ name: 'Throwy', email: 'a@mailinator.com', password: 'four words that hold up' });

    expect(status).to.equal(422);
    expect(text).to.include('made to be thrown away');
  });

  async function aFirstPost(by?: MemberRow) {
    const author = by ?? (await aMember(community.owner));
    const question = await aQuestion(community.owner);
    await community
      .visit(author)
      .post(`/q/${String(question.id)}/answers`)
      .type('form')
      .send({ body: LINK });
    const [suspicion] = await community.owner('suspicions').where({ author_id: author.id });
    return {
      ...{ author, question, id: suspicion?.id },
      path: `/q/${String(question.id)}/${question.slug}`,
    };
  }
});
