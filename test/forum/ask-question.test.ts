import { expect } from 'chai';

import { askQuestion } from '#src/forum/ask-question.ts';
import { Conflict, NotFound, NotSignedIn } from '#src/refusals.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aTopic } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

const markdown = createMarkdown();
const title = 'Why does my eSIM stay on “Activating”?';
const body = 'Since **yesterday** evening.';

describe('Asking a question', () => {
  const community = aCommunity();

  it('publishes it under a readable address, with its HTML and first version', async () => {
    const { db, perform } = community;
    const [asker, topic] = [await aMember(db), await aTopic(db)];

    const question = await perform(asker, (work) =>
      askQuestion(work, markdown, { topic: topic.slug, title, body }),
    );

    expect(question).to.include({ title, body, state: 'open', version: 1, answer_count: 0 });
    expect(question.slug).to.equal('why-does-my-esim-stay-on-activating');
    expect(question.body_html).to.contain('<strong>yesterday</strong>');
    expect(question.excerpt).to.equal('Since yesterday evening.');
    const versions = await db('question_versions').where({ question_id: question.id });
    expect(versions).to.have.length(1);
    expect(versions[0]).to.include({ version: 1, title, body, editor_id: asker.id });
  });

  it('makes the asker follow it and counts it in its topic', async () => {
    const { db, perform } = community;
    const [asker, topic] = [await aMember(db), await aTopic(db)];

    const { id } = await perform(asker, (work) =>
      askQuestion(work, markdown, { topic: topic.slug, title, body }),
    );

    const follows = await db('follows').where({ question_id: id });
    expect(follows.map(({ member_id }) => member_id)).to.deep.equal([asker.id]);
    const counted = await db('topics').where({ id: topic.id }).first();
    expect(counted?.question_count).to.equal(1);
  });

  it('is refused in a topic that is archived or unknown, and nothing is published', async () => {
    const { db, perform } = community;
    const asker = await aMember(db);
    const { slug } = await aTopic(db, { archived_at: new Date('2026-01-01') });

    const inArchived = await outcomeOf(
      perform(asker, (work) => askQuestion(work, markdown, { topic: slug, title, body })),
    );
    const inUnknown = await outcomeOf(
      perform(asker, (work) => askQuestion(work, markdown, { topic: 'gardening', title, body })),
    );

    expect(inArchived).to.be.instanceOf(Conflict);
    expect(inUnknown).to.be.instanceOf(NotFound);
    expect(await db('questions').where({ author_id: asker.id })).to.have.length(0);
  });

  it('needs somebody who has signed in', async () => {
    const { db, perform } = community;
    const { slug } = await aTopic(db);

    const outcome = await outcomeOf(
      perform('visitor', (work) => askQuestion(work, markdown, { topic: slug, title, body })),
    );

    expect(outcome).to.be.instanceOf(NotSignedIn);
  });

  it('counts every one of 40 asked at once', async () => {
    const { db, perform } = community;
    const topic = await aTopic(db);
    const askers = await Promise.all(Array.from({ length: 40 }, () => aMember(db)));

    await Promise.all(
      askers.map((asker) =>
        perform(asker, (work) => askQuestion(work, markdown, { topic: topic.slug, title, body })),
      ),
    );

    const counted = await db('topics').where({ id: topic.id }).first();
    expect(counted?.question_count).to.equal(40);
  });
});
