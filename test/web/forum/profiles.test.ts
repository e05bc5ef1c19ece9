import { expect } from 'chai';

import { removePost } from '#src/moderation/posts/remove-post.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aModerator, anAnswer, aQuestion } from '#test/support/make.ts';
import { anAcceptedAnswer } from '#test/support/rewarding.ts';
import { expectSound, olderIn } from './reading.ts';

describe('a profile', () => {
  const community = aCommunity();

  it('says who somebody is and what they have done, and nothing else', async () => {
    const helper = await aMember(community.owner, {
      ...{ name: 'Moira-Fenn', level: 'guide', bio: 'I <3 masts.' },
    });
    const { question } = await anAcceptedAnswer(community, { helper });
    const asked = await aQuestion(community.owner, { author_id: helper.id });

    const { text, headers } = await community.visit().get('/u/Moira-Fenn').expect(200);

    expectSound(text);
    expect(text).to.include('Moira-Fenn').and.include('Guide').and.include('I &lt;3 masts.');
    expect(text).to.include(question.title).and.include(asked.title);
    expect(text).to.match(/<b>1<\/b> <span[^>]*>accepted/);
    expect(text).to.not.include('@example.com').and.not.include('£0.50 earned');
    expect(headers).to.not.have.property('set-cookie');
  });

  it('has one spelling, to which every other leads', async () => {
    await aMember(community.owner, { name: 'Zoë-Å' });
    const path = `/u/${encodeURIComponent('Zoë-Å')}`;

    expect((await community.visit().get(path)).status).to.equal(200);
    for (const other of ['zoë-å', 'ZOE-A']) {
      const { status, headers } = await community.visit().get(`/u/${encodeURIComponent(other)}`);
      expect(status).to.equal(301);
      expect(headers.location).to.equal(path);
    }
    expect((await community.visit().get('/u/nobody-of-that-name')).status).to.equal(404);
  });

  it('leaves out what was removed', async () => {
    const author = await aMember(community.owner);
    const answer = await anAnswer(community.owner, { author_id: author.id, body: 'A canary.' });
    const moderator = await aModerator(community.owner);
    await community.perform(moderator, (work) =>
      removePost(work, { answer: answer.id }, { reason: 'spam', note: '' }),
    );

    for (const path of [`/u/${author.name}`, `/u/${author.name}/answers`]) {
      expect((await community.visit().get(path)).text).to.not.include('canary');
    }
  });

  it('lists all answers by the page', async () => {
    const author = await aMember(community.owner);
    const { id } = await aQuestion(community.owner);
    for (let count = 0; count < 22; count += 1) {
      await anAnswer(community.owner, {
        author_id: author.id,
        question_id: id,
        body: `No. ${count}.`,
      });
    }
    const profile = (await community.visit().get(`/u/${author.name}`)).text;
    expect(profile).to.include(`href="/u/${author.name}/answers"`);

    const first = (await community.visit().get(`/u/${author.name}/answers`)).text;
    const second = (await community.visit().get(String(olderIn(first)))).text;

    expectSound(first);
    expect(first).to.include('No. 21.').and.include('No. 2.').and.not.include('No. 1.');
    expect(second).to.include('No. 1.').and.include('No. 0.').and.not.include('No. 2.');
    expect(olderIn(second)).to.equal(undefined);
  });

  it('shows its owner the way to the settings', async () => {
    const member = await aMember(community.owner);
    const path = `/u/${member.name}`;

    expect((await community.visit(member).get(path)).text).to.include('Your settings');
    expect((await community.visit().get(path)).text).to.not.include('Your settings');
  });
});
