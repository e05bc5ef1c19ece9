import { expect } from 'chai';

import type { QuestionRow } from '#src/forum/rows.ts';
import { resolveQuestion } from '#src/forum/resolve-question.ts';
import { removePost } from '#src/moderation/posts/remove-post.ts';
import { aCommunity } from '#test/support/community.ts';
import {
  aMember,
  aModerator,
  anAnswer,
  anAnsweredQuestion,
  aQuestion,
} from '#test/support/make.ts';
import { anAcceptedAnswer } from '#test/support/rewarding.ts';
import { HOLDS, VOCABULARY } from './vocabulary.ts';

type Thing = Record<string, unknown> & { '@type': string };

describe('what a question says to search engines', () => {
  const community = aCommunity();
  const jsonOf = async ({ id, slug }: Pick<QuestionRow, 'id' | 'slug'>) => {
    const { text } = await community.visit().get(`/q/${id}/${slug}`).expect(200);
    return /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1];
  };
  const read = async (question: Pick<QuestionRow, 'id' | 'slug'>): Promise<Thing> =>
    JSON.parse((await jsonOf(question)) ?? '') as Thing;
  const questionOf = async (question: Pick<QuestionRow, 'id' | 'slug'>) => {
    const page = await read(question);
    expect(page['@context']).to.equal('https://schema.org');
    expect(complaintsAbout(page)).to.deep.equal([]);
    return page['mainEntity'] as Thing;
  };

  it('is nothing before there is an answer to read', async () => {
    const question = await aQuestion(community.owner);
    await anAnswer(community.owner, { question_id: question.id, body: '---', body_html: '<hr>' });

    expect(await jsonOf(question)).to.equal(undefined);
  });

  it('is in its vocabulary, and whole, with answers, accepted or not, edited, voted up and down', async () => {
    const { question, answer } = await anAcceptedAnswer(community);
    const edited_at = new Date('2026-01-16T10:00:00Z');
    const others = { question_id: question.id, edited_at };
    await anAnswer(community.owner, { ...others, score: 4 });
    const low = await anAnswer(community.owner, { ...others, score: -2 });

    const entity = await questionOf(question);

    expect(entity['answerCount']).to.equal(3);
    expect((entity['acceptedAnswer'] as Thing)['url']).to.match(
      new RegExp(`^http://goodline.test/q/${question.id}/[^#]*#a-${answer.id}$`),
    );
    const suggested = entity['suggestedAnswer'] as Thing[];
    expect(suggested.map(({ upvoteCount }) => upvoteCount)).to.deep.equal([4, -2]);
    const author = await community.owner('members').where({ id: low.author_id }).first();
    expect(suggested[1]?.['author']).to.deep.include({
      name: author?.name,
      url: `http://goodline.test/u/${String(author?.name)}`,
    });
  });

  it('is so for an open question, and one that no single answer solved', async () => {
    const { asker, question } = await anAnsweredQuestion(community.owner);
    const open = await questionOf(question);
    expect(open['suggestedAnswer']).to.have.length(1);

    await community.perform(asker, (work) =>
      resolveQuestion(work, question.id, 'no-single-answer'),
    );

    expect(await questionOf(question)).to.not.have.property('acceptedAnswer');
  });

  it('does not call accepted what its asker says has not solved it', async () => {
    const { asker, question, answer } = await anAcceptedAnswer(community);

    await community.perform(asker, (work) =>
      resolveQuestion(work, question.id, 'still-not-solved'),
    );

    const entity = await questionOf(question);
    expect(entity).to.not.have.property('acceptedAnswer');
    expect((entity['suggestedAnswer'] as Thing[]).map(({ text }) => text)).to.deep.equal([
      answer.body,
    ]);
  });

  it('leaves out what was removed, what waits for a look and what has no words', async () => {
    const { question, answer } = await anAcceptedAnswer(community);
    const held = { held_at: new Date(), removed_at: new Date() };
    await anAnswer(community.owner, { question_id: question.id, ...held });
    await anAnswer(community.owner, { question_id: question.id, body: '---', body_html: '<hr>' });
    await anAnswer(community.owner, { question_id: question.id, body: 'It stays' });
    const moderator = await aModerator(community.owner);
    await community.perform(moderator, (work) =>
      removePost(work, { answer: answer.id }, { reason: 'spam', note: '' }),
    );

    const entity = await questionOf(question);

    expect(entity).to.include({ answerCount: 1 }).and.not.have.property('acceptedAnswer');
    expect(JSON.stringify(entity)).to.not.include(answer.body);
  });

  it('shows what looks personal as readers see it, and hostile text as text', async () => {
    const asker = await aMember(community.owner);
    const visit = community.visit(asker);
    const topic = await community.owner('topics').first();
    const asked = await visit
      .post('/ask')
      .type('form')
      .send({
        ...{ title: 'My number is 07700 900412, why?', topic: topic?.slug ?? '' },
        ...{ body: 'Ring 07700 900412 </script><script>alert(1)</script>', personal: 'mask' },
        similar: 'seen',
      });
    const [, id] = /\/q\/(\d+)/.exec(asked.headers.location ?? '') ?? [];
    const row = await community
      .owner('questions')
      .where({ id: Number(id) as never })
      .first();

    if (row) await anAnswer(community.owner, { question_id: row.id });
    const entity = row && (await questionOf(row));

    expect(JSON.stringify(entity)).to.not.include('900412');
    expect(entity?.['text']).to.include('</script><script>alert(1)');
  });
});

/** Properties that the vocabulary does not know, that are missing, or that hold what they must not. */
function complaintsAbout(thing: Thing, path = thing['@type']): string[] {
  const type = VOCABULARY[thing['@type']];
  if (!type) return [`${path} is of a type that is not in the vocabulary`];
  const missing = [...type.demanded, ...type.recommended].filter((name) => !(name in thing));
  const said = Object.entries(thing).filter(([name]) => !name.startsWith('@'));
  return [
    ...missing.map((name) => `${path} has no ${name}`),
    ...said
      .filter(([name]) => !type.properties.includes(name))
      .map(([name]) => `${path} has a ${name}`),
    ...said.flatMap(([name, value]) => complaintsAboutValue(value, name, `${path}.${name}`)),
  ];
}

function complaintsAboutValue(value: unknown, name: string, path: string): string[] {
  const holds = HOLDS[name];
  if (holds) return holds(value) ? [] : [`${path} is ${JSON.stringify(value)}`];
  const things = (Array.isArray(value) ? value : [value]) as Thing[];
  return things.flatMap((thing) => complaintsAbout(thing, path));
}
