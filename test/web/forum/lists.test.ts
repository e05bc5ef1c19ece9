import { expect } from 'chai';

import { aCommunity } from '#test/support/community.ts';
import {
  aMember,
  aModerator,
  anAnswer,
  anAnsweredQuestion,
  aQuestion,
  aTopic,
} from '#test/support/make.ts';
import { anAcceptedAnswer, rewarding } from '#test/support/rewarding.ts';
import { expectSound, olderIn, titlesIn } from './reading.ts';

describe('lists of questions', () => {
  const community = aCommunity();

  it('go on by the page, without gaps or repeats, to the end', async () => {
    const { id: topic_id, slug } = await aTopic(community.owner);
    const titles: string[] = [];
    for (let count = 0; count < 45; count += 1) {
      titles.unshift((await aQuestion(community.owner, { topic_id })).title);
    }

    const seen: string[] = [];
    for (let path: string | undefined = `/topics/${slug}`; path;) {
      const { text } = await community.visit().get(path).expect(200);
      expectSound(text);
      seen.push(...titlesIn(text));
      path = olderIn(text);
    }

    expect(seen).to.deep.equal(titles);
  });

  it('have a tab each for the open, the solved and the followed ones', async () => {
    const { asker, question: open } = await anAnsweredQuestion(community.owner);
    const { question: solved } = await anAcceptedAnswer(community);
    await community.visit(asker).post(`/q/${solved.id}/follow`).type('form').send({ on: '1' });
    const tab = async (name: string, member?: typeof asker) => {
      const { text } = await community.visit(member).get(`/questions?tab=${name}`);
      expectSound(text);
      return titlesIn(text);
    };

    expect(await tab('latest')).to.include.members([open.title, solved.title]);
    expect(await tab('open'))
      .to.include(open.title)
      .and.not.include(solved.title);
    expect(await tab('solved'))
      .to.include(solved.title)
      .and.not.include(open.title);
    expect(await tab('following', asker)).to.deep.equal([solved.title]);
    expect(await tab('nonsense')).to.deep.equal(await tab('latest'));
  });

  it('have one address each, whatever they were asked by', async () => {
    const addresses = {
      '/questions?tab=latest': '/questions',
      '/questions?tab=nonsense': '/questions',
    };
    const others = ['/questions', '/questions?tab=solved', '/topics'];

    for (const [path, own] of [
      ...Object.entries(addresses),
      ...others.map((each) => [each, each]),
    ]) {
      const { text } = await community.visit().get(String(path));
      expect(text).to.include(`<link rel="canonical" href="http://goodline.test${String(own)}">`);
    }
  });

  it('ask a visitor to sign in for the followed ones, and come back', async () => {
    const { status, headers } = await community.visit().get('/questions?tab=following');

    expect(status).to.equal(303);
    expect(headers.location).to.equal('/sign-in?next=%2Fquestions%3Ftab%3Dfollowing');
  });

  it('say what an answer would earn only while there is none', async () => {
    const topic = await aTopic(community.owner);
    const { id } = await aQuestion(community.owner, { topic_id: topic.id });
    const read = async () => (await community.visit().get(`/topics/${topic.slug}`)).text;
    expect(await read()).to.include('£0.50 if accepted');

    await anAnswer(community.owner, { question_id: id });

    expect(await read()).to.not.include('if accepted');
  });

  it('know no cursor and no topic that we have not made', async () => {
    for (const path of ['/questions?after=x', '/questions?after=W10', '/topics/nowhere']) {
      expect((await community.visit().get(path)).status, path).to.equal(404);
    }
    expect((await community.visit().get('/questions?tab=open&tab=solved')).status).to.equal(200);
  });

  it('name every topic that takes questions', async () => {
    const topic = await aTopic(community.owner, { name: 'Signal & <coverage>', icon: 'bars' });
    const old = await aTopic(community.owner, { archived_at: new Date(0) });

    const { text } = await community.visit().get('/topics');

    expectSound(text);
    expect(text).to.include('Signal &amp; &lt;coverage&gt;').and.include(`/topics/${topic.slug}`);
    expect(text).to.not.include(`/topics/${old.slug}`);
  });
});

describe('the home page', () => {
  const community = aCommunity();
  const read = async (member?: Parameters<typeof community.visit>[0]) => {
    const { text } = await community.visit(member).get('/').expect(200);
    expectSound(text);
    return text;
  };

  it('stands even in an empty community, and claims nothing', async () => {
    const page = await read();

    expect(page).to.include('No questions here yet').and.include('Reading is free');
    expect(page).to.not.include('How we’re doing').and.not.include('class="peek"');
  });

  it('shows a visitor the latest questions, a solved one and true figures, and no cookie', async () => {
    const moderator = await aModerator(community.owner);
    const { question, answer, helper } = await anAcceptedAnswer(community);
    await rewarding(community).decide(moderator, answer, 'pass');
    const { title } = await aQuestion(community.owner);

    const visit = await community.visit().get('/');

    expect(titlesIn(visit.text)).to.deep.equal([title, question.title]);
    expect(visit.text).to.include('1 of 2').and.include(answer.body).and.include(helper.name);
    expect(visit.text).to.match(/Answers checked by our team<\/dt><dd[^>]*>1</);
    expect(visit.headers).to.not.have.property('set-cookie');
    expect(visit.text).to.not.include('Your January');
  });

  it('shows a member their month and what they could answer, and staff no money', async () => {
    const { helper } = await anAcceptedAnswer(community);
    const own = await aQuestion(community.owner, { author_id: helper.id });
    const { topic_id } = own;
    const other = await aQuestion(community.owner, { topic_id });
    const follow = { topic_id, member_id: helper.id, followed_at: community.now() };
    await community.owner('topic_follows').insert(follow);

    const page = await read(helper);
    const mini = /<ul class="mini">[\s\S]*?<\/ul>/.exec(page)?.[0] ?? '';

    expect(page).to.include('Your January').and.include('£0.50 earned').and.include('of £20.00');
    expect(page).to.include('£0.50 is being checked.').and.not.include('New here?');
    expect(mini).to.include(other.title).and.not.include(own.title);
    const desk = await read(await aModerator(community.owner));
    expect(desk).to.not.include('Your January').and.not.include('New here?');
    expect(await read(await aMember(community.owner))).to.include('£0.00 earned');
  });
});
