import { expect } from 'chai';

import { aCommunity } from '#test/support/community.ts';
import { aMember, aModerator, anAnsweredQuestion, aQuestion } from '#test/support/make.ts';
import { expectSound, olderIn } from './reading.ts';

describe('editing', () => {
  const community = aCommunity();

  it('gives an answer a new version, and shows in its history what was changed and why', async () => {
    const { helper, question, answer } = await anAnsweredQuestion(community.owner);
    await community.owner('answers').where({ id: answer.id }).update({ body: 'Wait one minute.' });
    await community
      .owner('answer_versions')
      .where({ answer_id: answer.id })
      .update({ body: 'Wait one minute.' });
    const browser = community.visit(helper);
    const path = `/a/${answer.id}/edit`;
    expectSound((await browser.get(path)).text);

    const saved = await browser
      .post(path)
      .type('form')
      .send({ body: 'Wait two minutes.', reason: 'It takes longer', version: '1' });

    expect(saved.status).to.equal(303);
    expect(saved.headers.location).to.equal(`/q/${question.id}/${question.slug}#a-${answer.id}`);
    const page = (await community.visit().get(`/q/${question.id}/${question.slug}`)).text;
    expect(page).to.include('Wait two minutes.').and.include(`href="/a/${answer.id}/history"`);
    const history = (await community.visit().get(`/a/${answer.id}/history`)).text;
    expectSound(history);
    expect(history).to.include('Wait <del>one</del><ins>two</ins>').and.include('It takes longer');
    expect(history).to.include('Version 2, as it is now').and.include(helper.name);
  });

  it('gives a question a new title, address and version', async () => {
    const { asker, question } = await anAnsweredQuestion(community.owner);
    const title = 'No <signal> at all since noon';

    const saved = await community
      .visit(asker)
      .post(`/q/${question.id}/edit`)
      .type('form')
      .send({ title, body: question.body, reason: '', version: '1' });

    expect(saved.headers.location).to.equal(`/q/${question.id}/no-signal-at-all-since-noon`);
    const history = (await community.visit().get(`/q/${question.id}/history`)).text;
    expect(history).to.include('&lt;signal&gt;').and.include('No reason given');
    expect(history).to.not.include('<signal>');
  });

  it('is for the author and for moderators', async () => {
    const { asker, helper, answer, question } = await anAnsweredQuestion(community.owner);
    const moderator = await aModerator(community.owner);
    const status = async (path: string, member?: typeof asker) =>
      (await community.visit(member).get(path)).status;

    expect(await status(`/a/${answer.id}/edit`, moderator)).to.equal(200);
    expect(await status(`/a/${answer.id}/edit`, asker)).to.equal(403);
    expect(await status(`/q/${question.id}/edit`, helper)).to.equal(403);
    expect(await status(`/q/${question.id}/edit`)).to.equal(303);
    const posted = await community
      .visit(helper)
      .post(`/q/${question.id}/edit`)
      .type('form')
      .send({ title: question.title, body: 'Mine now.', version: '1' });
    expect(posted.status).to.equal(403);
    expect(posted.text).to.include('Mine now.');
  });

  it('shows what changed meanwhile, and keeps what was typed for another try', async () => {
    const { helper, answer } = await anAnsweredQuestion(community.owner);
    const moderator = await aModerator(community.owner);
    const path = `/a/${answer.id}/edit`;
    const save = (member: typeof helper, body: string, version: string) =>
      community.visit(member).post(path).type('form').send({ body, version, reason: 'A reason' });
    await save(moderator, 'Hold the blue button.', '1');

    const refused = await save(helper, 'Hold the red button.', '1');

    expect(refused.status).to.equal(409);
    expectSound(refused.text);
    expect(refused.text).to.include(`${moderator.name} edited this while you were writing.`);
    expect(refused.text).to.include('Hold the <del>blue</del><ins>red</ins> button.');
    expect(refused.text).to.include('>\nHold the red button.</textarea>');
    expect(refused.text).to.include('name="version" value="2"').and.include('value="A reason"');
    expect((await save(helper, 'Hold the red button.', '2')).status).to.equal(303);
  });

  it('draws the form again with what was typed where something is missing', async () => {
    const { asker, question } = await anAnsweredQuestion(community.owner);

    const answer = await community
      .visit(asker)
      .post(`/q/${question.id}/edit`)
      .type('form')
      .send({ title: 'short', body: '', reason: 'Because <so>', version: '1' });

    expect(answer.status).to.equal(422);
    expect(answer.text).to.include('Because &lt;so&gt;').and.include('value="short"');
    expect(answer.text).to.include('href="#title"').and.include('href="#body"');
  });

  it('has a history by the page, ten versions at a time', async () => {
    const author = await aMember(community.owner);
    const { id } = await aQuestion(community.owner, { author_id: author.id });
    const versions = Array.from({ length: 11 }, (_, index) => ({
      ...{ question_id: id, version: index + 2, title: 'A title of some length' },
      ...{ body: `Text ${String(index + 2)}`, editor_id: author.id, made_at: community.now() },
    }));
    await community.owner('question_versions').insert(versions);

    const first = (await community.visit().get(`/q/${id}/history`)).text;
    const next = olderIn(first);
    const second = (await community.visit().get(String(next))).text;

    expect(first).to.include('Version 12').and.include('Version 3').and.not.include('Version 2<');
    expect(second).to.include('Version 2').and.include('Version 1').and.not.include('Version 3');
    expect(olderIn(second)).to.equal(undefined);
  });
});
