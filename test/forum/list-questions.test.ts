import { expect } from 'chai';

import { followQuestion } from '#src/forum/follow-question.ts';
import {
  countOpen,
  listQuestions,
  listQuestionsBy,
  type QuestionFilter,
} from '#src/forum/list-questions.ts';
import { findTopic, readTopics } from '#src/forum/read-topics.ts';
import type { QuestionId } from '#src/forum/rows.ts';
import { NotFound } from '#src/refusals.ts';
import { aCommunity } from '#test/support/community.ts';
import {
  aMember,
  anAcceptance,
  anAnswer,
  anAnsweredQuestion,
  aQuestion,
  aTopic,
} from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('Listing questions', () => {
  const community = aCommunity();

  /** Every page of a list to its end, with something happening between two pages. */
  async function walk(filter: QuestionFilter, meanwhile = async () => {}): Promise<QuestionId[]> {
    const seen: QuestionId[] = [];
    let after: string | undefined;
    do {
      const page = await listQuestions(community.db, { ...filter, after });
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next ?? undefined;
      await meanwhile();
    } while (after !== undefined);
    return seen;
  }

  it('shows every question once, while new ones arrive', async () => {
    const { db } = community;
    const topic = await aTopic(db);
    const same = new Date('2026-01-05T10:00:00Z');
    const asked: QuestionId[] = [];
    for (let nth = 0; nth < 23; nth += 1) {
      const when = nth % 3 === 0 ? { asked_at: same, last_activity_at: same } : {};
      asked.unshift((await aQuestion(db, { topic_id: topic.id, ...when })).id);
    }
    const arrive = async () => {
      await aQuestion(db, { topic_id: topic.id, last_activity_at: new Date('2026-02-01') });
    };

    for (const tab of ['latest', 'open'] as const) {
      const seen = await walk({ tab, topic: topic.id, limit: 4 }, arrive);

      expect(new Set(seen)).to.have.property('size', seen.length);
      expect(seen).to.include.members(asked);
    }
  });

  it('says of each what a row shows', async () => {
    const { db } = community;
    const { asker, question, answer } = await anAnsweredQuestion(db);
    await anAcceptance(db, answer);

    const { rows, next } = await listQuestions(db, { tab: 'solved', topic: question.topic_id });

    expect(next).to.equal(null);
    expect(rows).to.have.length(1);
    expect(rows[0]).to.deep.include({
      ...{ id: question.id, title: question.title, state: 'solved', answer_count: 1 },
      ...{ excerpt: question.excerpt, asked_at: question.asked_at, me_too_count: 0 },
    });
    expect(rows[0]?.author.name).to.equal(asker.name);
    expect(rows[0]?.topic).to.have.keys('slug', 'name', 'icon');
  });

  it('keeps open, solved and followed questions apart', async () => {
    const { db, perform } = community;
    const topic = (await aTopic(db)).id;
    const open = await aQuestion(db, { topic_id: topic });
    const solved = await aQuestion(db, { topic_id: topic });
    await anAcceptance(db, await anAnswer(db, { question_id: solved.id }));
    const neither = await aQuestion(db, { topic_id: topic, state: 'no-single-answer' });
    const viewer = await aMember(db);
    await perform(viewer, (work) => followQuestion(work, neither.id, true));

    expect(await walk({ tab: 'latest', topic })).to.have.length(3);
    expect(await walk({ tab: 'open', topic })).to.deep.equal([open.id]);
    expect(await walk({ tab: 'solved', topic })).to.deep.equal([solved.id]);
    expect(await walk({ tab: 'following', viewer: viewer.id })).to.deep.equal([neither.id]);
    expect(await walk({ tab: 'following' })).to.have.length(0);
  });

  it('refuses a cursor that it did not make', async () => {
    const forged = [[1e300, 1], [1, 1.5], [1, 0], [1, 99_999_999_999], [1], [1, 2, 3], ['a', 'b']];
    const cursors = [
      ...['', 'x', '....', '%00', '9'.repeat(5000), 'bnVsbA'],
      ...forged.map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url')),
    ];

    for (const after of cursors) {
      const outcome = await outcomeOf(listQuestions(community.db, { tab: 'latest', after }));
      expect(outcome, after).to.be.instanceOf(NotFound);
    }
  });

  it('lists what one member asked, the newest first', async () => {
    const { db } = community;
    const author_id = (await aMember(db)).id;
    const [first, second, third] = [
      await aQuestion(db, { author_id }),
      await aQuestion(db, { author_id }),
      await aQuestion(db, { author_id }),
    ];
    await aQuestion(db, { author_id, removed_at: new Date(0) });

    const page = await listQuestionsBy(db, author_id, { limit: 2 });
    const rest = await listQuestionsBy(db, author_id, { limit: 2, after: page.next ?? '' });

    expect(page.rows.map(({ id }) => id)).to.deep.equal([third.id, second.id]);
    expect(rest.rows.map(({ id }) => id)).to.deep.equal([first.id]);
    expect(rest.next).to.equal(null);
  });
});

describe('Counting open questions', () => {
  const community = aCommunity();

  it('leaves out what is solved or removed', async () => {
    const { db } = community;
    await aQuestion(db);
    await aQuestion(db, { state: 'no-single-answer' });
    await aQuestion(db, { removed_at: new Date(0) });

    expect(await countOpen(db)).to.equal(1);
  });
});

describe('Topics', () => {
  const community = aCommunity();

  it('come in their order, without archived ones, which still can be read', async () => {
    const { db } = community;
    const last = await aTopic(db, { position: 900 });
    const first = await aTopic(db, { position: 1 });
    const archived = await aTopic(db, { archived_at: new Date(0) });

    expect((await readTopics(db)).map(({ id }) => id)).to.deep.equal([first.id, last.id]);
    expect(await findTopic(db, archived.slug)).to.deep.equal(archived);
    expect(await outcomeOf(findTopic(db, 'gardening'))).to.be.instanceOf(NotFound);
  });
});
