import { expect } from 'chai';

import { editAnswer } from '#src/forum/edit-answer.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { removePost } from '#src/moderation/posts/remove-post.ts';
import { aCommunity } from '#test/support/community.ts';
import {
  aComment,
  aMember,
  aModerator,
  anAnswer,
  anAnsweredQuestion,
  aQuestion,
} from '#test/support/make.ts';
import { anAcceptedAnswer, rewarding } from '#test/support/rewarding.ts';
import { answerIn, expectSound, times } from './reading.ts';

describe('the page of a question', () => {
  const community = aCommunity();
  const pathOf = ({ id, slug }: { id: number; slug: string }) => `/q/${String(id)}/${slug}`;
  const read = async (
    question: { id: number; slug: string },
    member?: Parameters<typeof community.visit>[0],
  ) => (await community.visit(member).get(pathOf(question)).expect(200)).text;

  describe('has one address', () => {
    it('to which the number alone and any other words lead, with the query', async () => {
      const question = await aQuestion(community.owner);
      const { id } = question;

      for (const path of [`/q/${id}`, `/q/${id}/something-else`]) {
        const answer = await community.visit().get(`${path}?sort=new`);
        expect(answer.status).to.equal(301);
        expect(answer.headers.location).to.equal(`${pathOf(question)}?sort=new`);
      }
      expect(await read(question)).to.include(
        `<link rel="canonical" href="http://goodline.test${pathOf(question)}">`,
      );
    });

    it('to which an answer’s number leads', async () => {
      const { question, answer } = await anAnsweredQuestion(community.owner);

      const { status, headers } = await community.visit().get(`/a/${answer.id}`);

      expect(status).to.equal(301);
      expect(headers.location).to.equal(`${pathOf(question)}#a-${answer.id}`);
    });

    it('and no other: strange numbers are not found', async () => {
      for (const path of ['/q/0', '/q/99999999999', '/q/1e3/x', '/q/999999/x', '/a/-1', '/a/x']) {
        expect((await community.visit().get(path)).status, path).to.equal(404);
      }
    });
  });

  it('is sound for everybody, and the same bytes for every visitor', async () => {
    const { asker, helper, question, answer } = await anAcceptedAnswer(community);
    await aComment(community.owner, { question_id: question.id, answer_id: answer.id });
    const moderator = await aModerator(community.owner);

    for (const reader of [undefined, asker, helper, moderator]) {
      expectSound(await read(question, reader));
    }
    const visit = await community.visit().get(pathOf(question));
    expect(visit.headers).to.not.have.property('set-cookie');
    expect(visit.text).to.equal(await read(question));
  });

  it('shows the accepted answer first, and the rest as asked for', async () => {
    const { asker, question, answer: first } = await anAnsweredQuestion(community.owner);
    const second = await anAnswer(community.owner, { question_id: question.id, score: 4 });
    const third = await anAnswer(community.owner, { question_id: question.id });
    await rewarding(community).accept(asker, third);
    const order = async (query: string) => {
      const { text } = await community.visit().get(pathOf(question) + query);
      return [...text.matchAll(/<article[^>]* id="a-(\d+)"/g)].map(([, id]) => Number(id));
    };

    expect(await order('')).to.deep.equal([third.id, second.id, first.id]);
    expect(await order('?sort=new')).to.deep.equal(
      [third.id, second.id, first.id].sort().reverse(),
    );
    expect(await order('?sort=;drop')).to.deep.equal([third.id, second.id, first.id]);
  });

  it('prints what people type as text', async () => {
    const hostile = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>';
    const author = await aMember(community.owner);
    const question = await aQuestion(community.owner, {
      ...{ title: hostile, body: hostile, body_html: createMarkdown().render(hostile) },
      author_id: author.id,
    });

    const page = await read(question, author);

    expect(page).to.not.include('<script>alert').and.not.include('<img');
    expect(page).to.include('&lt;script&gt;alert(1)&lt;/script&gt;');
    expectSound(page);
  });

  describe('for search engines', () => {
    type Entity = Record<string, unknown> & { acceptedAnswer?: Entity; suggestedAnswer?: Entity[] };
    const entityIn = (page: string) => {
      const [, json = ''] =
        /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(page) ?? [];
      return (JSON.parse(json) as { mainEntity: Entity }).mainEntity;
    };

    it('says what schema.org’s QAPage asks for', async () => {
      const { helper, question, answer } = await anAcceptedAnswer(community);
      await anAnswer(community.owner, { question_id: question.id });

      const entity = entityIn(await read(question));

      expect(entity).to.include({ '@type': 'Question', name: question.title, answerCount: 2 });
      expect(entity.text).to.equal('Since nine o’clock.');
      expect(entity.datePublished).to.equal(question.asked_at.toISOString());
      expect(entity.acceptedAnswer).to.deep.include({
        '@type': 'Answer',
        text: answer.body,
        url: `http://goodline.test${pathOf(question)}#a-${answer.id}`,
        author: {
          '@type': 'Person',
          name: helper.name,
          url: `http://goodline.test/u/${helper.name}`,
        },
      });
      expect(entity.suggestedAnswer).to.have.length(1);
    });

    it('cannot be ended from within, and leaves out what was removed', async () => {
      const title = 'What does </script><b>this</b> do?';
      const question = await aQuestion(community.owner, { title });
      const answer = await anAnswer(community.owner, { question_id: question.id, body: 'Canary.' });
      await anAnswer(community.owner, { question_id: question.id });
      const moderator = await aModerator(community.owner);
      await community.perform(moderator, (work) =>
        removePost(work, { answer: answer.id }, { reason: 'spam', note: '' }),
      );

      const page = await read(question);

      expect(entityIn(page)).to.include({ name: title, answerCount: 1 });
      expect(page).to.not.include('Canary');
    });
  });

  it('says how an answer was checked and paid', async () => {
    const moderator = await aModerator(community.owner);
    const { question, answer, helper, asker } = await anAcceptedAnswer(community);

    expect(await read(question))
      .to.include('£0.50 being checked')
      .and.not.include('earned £');

    await rewarding(community).decide(moderator, answer, 'pass');
    const page = await read(question);
    expect(page).to.include('earned £0.50').and.not.include('being checked');
    expect(page).to.match(new RegExp(`Checked\\s+by <b>${moderator.name}</b>`));
    expect(page).to.include(`${asker.name} accepted it and £0.50 was set aside`);
    expect(page).to.include(`${moderator.name} passed the check`);
    expect(page).to.include(`£0.50 added to ${helper.name}’s balance`);
  });

  it('says so where the text was changed after the check', async () => {
    const moderator = await aModerator(community.owner);
    const { question, answer, helper } = await anAcceptedAnswer(community);
    await rewarding(community).decide(moderator, answer, 'fix');
    expect(await read(question))
      .to.include('and mended')
      .and.not.include('edited since');

    const edit = { answer: answer.id, body: 'All new.', reason: '', version: 2 };
    await community.perform(helper, (work) => editAnswer(work, createMarkdown(), edit));

    expect(await read(question)).to.include('edited since');
  });

  it('marks an answer that failed: the ground for everybody, the note for its author and staff', async () => {
    const moderator = await aModerator(community.owner);
    const { question, answer, asker, helper } = await anAcceptedAnswer(community);
    await rewarding(community).decide(moderator, answer, 'fail');
    await community.owner('verdicts').update({ note: 'The price went up.' });

    for (const reader of [undefined, asker]) {
      const page = await read(question, reader);
      expect(page).to.include('could not confirm it').and.include('Wrong or out of date');
      expect(page).to.not.include('The price went up.').and.not.include('earned £');
    }
    for (const reader of [helper, moderator]) {
      expect(await read(question, reader)).to.include('The price went up.');
    }
  });

  it('says to nobody but the author and staff why the rules pay nothing', async () => {
    const moderator = await aModerator(community.owner);
    const { asker, helper } = await anAcceptedAnswer(community);
    await anAcceptedAnswer(community, { asker, helper });
    const { question } = await anAcceptedAnswer(community, { asker, helper });
    const why = 'the limit for answers accepted by the same person';

    expect(await read(question))
      .to.include('No credit')
      .and.not.include(why);
    expect(await read(question, asker)).to.not.include(why);
    expect(await read(question, helper)).to.include(why);
    expect(await read(question, moderator)).to.include(why);
  });

  describe('with something that was removed', () => {
    it('shows a tombstone with the reason, and its text to its author and staff alone', async () => {
      const moderator = await aModerator(community.owner);
      const { asker, helper, question, answer } = await anAnsweredQuestion(community.owner);
      await community.perform(moderator, (work) =>
        removePost(work, { answer: answer.id }, { reason: 'unsafe', note: 'It can burn.' }),
      );

      for (const reader of [undefined, asker]) {
        const stone = answerIn(await read(question, reader), answer);
        expect(stone).to.include('removed by our team').and.include('Unsafe advice');
        expect(stone).to.not.include(answer.body).and.not.include('It can burn.');
      }
      for (const reader of [helper, moderator]) {
        const stone = answerIn(await read(question, reader), answer);
        expect(stone).to.include(answer.body).and.include('It can burn.');
      }
    });

    it('is gone as a whole where it was the question, but for who wrote it and staff', async () => {
      const moderator = await aModerator(community.owner);
      const { asker, helper, question } = await anAnsweredQuestion(community.owner);
      await community.perform(moderator, (work) =>
        removePost(work, { question: question.id }, { reason: 'spam', note: '' }),
      );

      for (const reader of [undefined, helper]) {
        for (const path of [pathOf(question), `/q/${question.id}`, `/q/${question.id}/history`]) {
          const answer = await community.visit(reader).get(path);
          expect(answer.status, path).to.equal(410);
          expect(answer.text).to.not.include(question.title);
        }
      }
      const own = await read(question, asker);
      expect(own).to.include('Spam or advertising').and.not.include(`/q/${question.id}/answers`);
      const page = await read(question, moderator);
      expect(page).to.include('noindex').and.include('Restore').and.not.include('ld+json');
    });
  });

  it('counts readers, and shows how many there were', async () => {
    const question = await aQuestion(community.owner);
    await read(question);
    await read(question);

    await community.flush();

    expect(await read(question)).to.include('2 views');
    expect(times(await read(question), '1 view<')).to.equal(0);
  });
});
