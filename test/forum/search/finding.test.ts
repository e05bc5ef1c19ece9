import { expect } from 'chai';

import { editQuestion } from '#src/forum/edit-question.ts';
import { searchQuestions, type Search } from '#src/forum/search/search-questions.ts';
import { learnQuestions } from '#src/forum/similar/learn-questions.ts';
import { takeDown } from '#src/forum/take-down.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, anAnswer, aQuestion, aTopic } from '#test/support/make.ts';

describe('What search finds', () => {
  const community = aCommunity();
  const search = (q: string, more: Partial<Search> = {}) =>
    searchQuestions(community.db, { q, ...more });
  const idsFor = async (q: string, more?: Partial<Search>) =>
    (await search(q, more)).rows.map(({ id }) => id);
  const learn = () => learnQuestions(community.db, community.perform, { embedder: undefined });

  it('takes words that our team made synonyms for one another, also of several words', async () => {
    const { db } = community;
    const ids = [];
    for (const thing of ['eSIM', 'e-sim', 'embedded SIM']) {
      ids.push((await aQuestion(db, { body: `The ${thing} is gibberish` })).id);
    }
    const other = await aQuestion(db, { body: 'The SIM is gibberish, embedded or not' });

    for (const q of ['esim', 'e-sims', 'embedded sim', '"embedded sim"', 'gibberish eSIM']) {
      expect(await idsFor(`${q} gibberish`), q).to.have.members(ids);
    }
    expect(await idsFor('gibberish sim')).to.include(other.id);
  });

  it('keeps to one topic, and shows nothing in it that has moved to another', async () => {
    const { db } = community;
    const [here, there] = [await aTopic(db), await aTopic(db)];
    const { id } = await aQuestion(db, { topic_id: here.id, body: 'A haberdashery' });
    await aQuestion(db, { topic_id: there.id, body: 'Another haberdashery' });

    expect(await idsFor('haberdashery', { topic: here.id })).to.deep.equal([id]);
    expect(await idsFor('', { topic: here.id })).to.deep.equal([id]);
    await db('questions').where({ id }).update({ topic_id: there.id });
    expect(await idsFor('haberdashery', { topic: here.id })).to.deep.equal([]);
  });

  it('keeps to what somebody asked or answered, and not to what was taken down of it', async () => {
    const { db, perform, owner } = community;
    const who = await aMember(db);
    const asked = await aQuestion(db, { author_id: who.id, body: 'Of marzipan' });
    const answered = await aQuestion(db, { body: 'More marzipan' });
    const answer = await anAnswer(db, { question_id: answered.id, author_id: who.id });
    await aQuestion(db, { body: 'Marzipan of others' });
    const moderator = await aMember(owner, { role: 'moderator' });

    expect(await idsFor('marzipan', { user: who.id })).to.have.members([asked.id, answered.id]);
    await perform(moderator, (work) => takeDown(work, { answer: answer.id }, { reason: 'rude' }));
    expect(await idsFor('marzipan', { user: who.id })).to.deep.equal([asked.id]);
  });

  it('shows nothing that readers cannot see, also while the index still has it', async () => {
    const { db, owner } = community;
    const { id } = await aQuestion(db, { body: 'Praline for nobody' });
    expect(await idsFor('praline')).to.deep.equal([id]);

    await owner('questions')
      .where({ id })
      .update({ removed_at: new Date(0) });

    expect(await idsFor('praline')).to.deep.equal([]);
  });

  it('tells what is solved from what is not', async () => {
    const { db } = community;
    const [open, settled] = [
      await aQuestion(db, { body: 'pumpernickel' }),
      await aQuestion(db, { body: 'pumpernickel', state: 'no-single-answer' }),
    ];

    expect(await idsFor('pumpernickel', { solved: true })).to.deep.equal([settled.id]);
    expect(await idsFor('pumpernickel', { solved: false })).to.deep.equal([open.id]);
  });

  it('mends a slip where what was typed finds nothing, and offers it where it finds little', async () => {
    const { db } = community;
    const ids = [];
    for (const nth of [1, 2, 3, 4]) {
      ids.push((await aQuestion(db, { title: `My answerphone is mute ${String(nth)}` })).id);
    }
    await learn();

    const mended = await search('answerphoen mute');
    const typo = await aQuestion(db, { body: 'The answerphoen is mute' });
    const offered = await search('answerphoen mute');

    expect(mended.rows.map(({ id }) => id)).to.have.members(ids);
    expect([mended.mended, mended.isMended]).to.deep.equal(['answerphone mute', true]);
    expect(offered.rows.map(({ id }) => id)).to.deep.equal([typo.id]);
    expect([offered.mended, offered.isMended]).to.deep.equal(['answerphone mute', false]);
  });

  it('says which it let go of where nothing has all of the words', async () => {
    const { db } = community;
    const { id } = await aQuestion(db, { body: 'A walrus swallowed the cable' });

    const apart = await search('"cable walrus"');
    const most = await search('walrus cable swallowed quincunx');
    const some = await search('walrus quincunx');
    const none = await search('quincunx zygote');

    expect([apart.looser, most.looser, some.looser]).to.deep.equal([
      'apart',
      'all-but-one',
      'some',
    ]);
    for (const { rows, next } of [apart, most, some]) {
      expect(rows.map((row) => row.id)).to.deep.equal([id]);
      expect(next).to.equal(null);
    }
    expect([none.looser, none.found]).to.deep.equal([undefined, 0]);
  });

  it('shows the passage that has the words, of the question or of whichever answer', async () => {
    const { db } = community;
    const { id } = await aQuestion(db, { body: 'It hums.' });
    await anAnswer(db, { question_id: id, body: 'Wait.' });
    const second = await anAnswer(db, {
      question_id: id,
      body: 'Oil the hinge of the didgeridoo.',
    });

    const [hit] = (await search('didgeridoo hinge')).rows;
    const [asked] = (await search('hum')).rows.filter((row) => row.id === id);

    expect(hit?.answer).to.deep.equal({ id: second.id, accepted: false });
    expect(hit?.snippet.filter((part) => part.hit).map(({ text }) => text)).to.deep.equal([
      'hinge',
      'didgeridoo',
    ]);
    expect(asked?.answer).to.equal(null);
  });

  it('lists the newest first where that is asked for, past what is ranked, and none twice', async () => {
    const { db, owner } = community;
    const { id: last } = await aQuestion(db, { title: 'Of the ocelot, the very first' });
    await owner.raw(COPIES, [last]);
    const seen: number[] = [];
    let after: string | undefined;
    do {
      const page = await search('ocelot', { order: 'newest', after, limit: 100 });
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);

    expect(seen).to.have.length(701);
    expect(seen).to.deep.equal([...new Set(seen)].sort((one, other) => other - one));
    expect((await search('ocelot')).found).to.equal(300);
  });

  it('forgets what an edit took out', async () => {
    const { db, perform } = community;
    const asker = await aMember(db);
    const { id, title } = await aQuestion(db, { author_id: asker.id, body: 'A zeppelin' });

    await perform(asker, (work) =>
      editQuestion(work, createMarkdown(), {
        ...{ question: id, title, body: 'A balloon', reason: '', version: 1 },
      }),
    );

    expect(await idsFor('zeppelin')).to.deep.equal([]);
  });
});

/** Seven hundred more of a question, as if each had been asked. */
const COPIES = `
  with copied as (
    insert into questions (topic_id, author_id, title, slug, body, body_html, excerpt, asked_at,
                           last_activity_at)
    select topic_id, author_id, title, slug, body, body_html, excerpt, asked_at, last_activity_at
      from questions, generate_series(1, 700) where id = ? returning *)
  insert into search_documents (question_id, document, tags)
  select id, to_tsvector('goodline', title), search_tags(id, topic_id, array[author_id]) from copied`;
