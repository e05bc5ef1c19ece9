import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from 'chai';

import { askQuestion } from '#src/forum/ask-question.ts';
import { editQuestion } from '#src/forum/edit-question.ts';
import { postAnswer } from '#src/forum/post-answer.ts';
import { searchQuestions } from '#src/forum/search/search-questions.ts';
import type { Part } from '#src/forum/search/search-result.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aCommunity } from '#test/support/community.ts';
import {
  aMember,
  anAcceptance,
  anAnswer,
  anAnsweredQuestion,
  aQuestion,
  aTopic,
} from '#test/support/make.ts';

const markdown = createMarkdown();
const hits = (parts: Part[]) => parts.filter(({ hit }) => hit).map(({ text }) => text);
const textOf = (parts: Part[]) => parts.map(({ text }) => text).join('');

describe('Searching', () => {
  const community = aCommunity();
  const find = async (q: string) => (await searchQuestions(community.db, { q })).rows;
  const idsFor = async (q: string) => (await find(q)).map(({ id }) => id);

  it('finds words in the title, the text and the answers, whatever their ending', async () => {
    const { db } = community;
    const { id } = await aQuestion(db, { title: 'Voicemails vanish overnight' });
    await anAnswer(db, { question_id: id, body: 'The mailbox forgets after thirty days.' });

    for (const q of ['voicemail', 'VOICEMAILS', 'vanishing', 'mailboxes forget']) {
      expect(await idsFor(q), q).to.deep.equal([id]);
    }
  });

  it('ignores accents, in the question and in what is looked for', async () => {
    const { id } = await aQuestion(community.db, { body: 'Roaming in Curaçao from a café' });

    expect(await idsFor('curacao')).to.deep.equal([id]);
    expect(await idsFor('cafè')).to.deep.equal([id]);
  });

  it('takes a phrase as a phrase, and a minus as without', async () => {
    const { db } = community;
    const together = await aQuestion(db, { body: 'the purple router blinks' });
    const apart = await aQuestion(db, { body: 'a router on a purple shelf blinks' });

    expect(await idsFor('"purple router"')).to.deep.equal([together.id]);
    expect(await idsFor('purple router -shelf')).to.deep.equal([together.id]);
    expect(await idsFor('purple')).to.have.members([together.id, apart.id]);
  });

  it('puts what the title says before what an answer mentions', async () => {
    const { db } = community;
    const titled = await aQuestion(db, { title: 'Tethering to a laptop' });
    const other = await aQuestion(db);
    await anAnswer(db, { question_id: other.id, body: 'Perhaps tethering, or something else.' });

    expect(await idsFor('tethering')).to.deep.equal([titled.id, other.id]);
  });

  it('marks the hits in plain text, however the text is written', async () => {
    const { perform, db } = community;
    const [asker, topic] = [await aMember(db), await aTopic(db)];
    const title = 'Is <b>APN</b> &amp; "proxy" the trouble?';
    const body = 'My **APN** is `a<b && c`, <script>alert(1)</script>';
    await perform(asker, (work) => askQuestion(work, markdown, { topic: topic.slug, title, body }));

    const [result] = await find('apn trouble');

    expect(hits(result?.titleParts ?? [])).to.deep.equal(['APN', 'trouble']);
    expect(textOf(result?.titleParts ?? [])).to.equal(title);
    expect(hits(result?.snippet ?? [])).to.deep.equal(['APN']);
    expect(textOf(result?.snippet ?? []))
      .to.contain('a<b && c')
      .and.contain('<script>');
    expect(textOf(result?.snippet ?? [])).not.to.contain('<strong>');
  });

  it('highlights the accepted answer when the words are there', async () => {
    const { db } = community;
    const { answer } = await anAnsweredQuestion(db);
    await db('answers').where({ id: answer.id }).update({ body_html: '<p>Ring 191 zealously</p>' });
    await anAcceptance(db, answer);

    expect(hits((await find('zealously'))[0]?.snippet ?? [])).to.deep.equal(['zealously']);
  });

  it('follows edits and new answers at once', async () => {
    const { db, perform } = community;
    const { asker, helper, question } = await anAnsweredQuestion(db);
    const { id, title } = question;

    await perform(asker, (work) =>
      editQuestion(work, markdown, {
        ...{ question: id, title, body: 'Something about xylophones', reason: '', version: 1 },
      }),
    );
    await perform(helper, (work) =>
      postAnswer(work, markdown, { question: id, body: 'Quinquereme' }),
    );

    expect(await idsFor('xylophone')).to.deep.equal([id]);
    expect(await idsFor('quinquereme')).to.deep.equal([id]);
  });

  it('narrows to a topic, and to what is solved', async () => {
    const { db } = community;
    const { question, answer } = await anAnsweredQuestion(db);
    const elsewhere = await aQuestion(db, { title: question.title });
    await anAcceptance(db, answer);
    const q = `"${question.title}"`;

    const inTopic = await searchQuestions(db, { q, topic: elsewhere.topic_id });
    const solved = await searchQuestions(db, { q, solved: true });

    expect(inTopic.rows.map(({ id }) => id)).to.deep.equal([elsewhere.id]);
    expect(solved.rows.map(({ id }) => id)).to.deep.equal([question.id]);
  });

  it('pages without repeating or skipping', async () => {
    const { db } = community;
    const topic = (await aTopic(db)).id;
    const asked = [];
    for (let nth = 0; nth < 11; nth += 1) {
      const body = 'bandwidth '.repeat((nth % 4) + 1);
      asked.push((await aQuestion(db, { topic_id: topic, body })).id);
    }
    const seen = [];
    let after: string | undefined;
    do {
      const page = await searchQuestions(db, { q: 'bandwidth', topic, after, limit: 3 });
      expect(page.found).to.equal(11);
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);

    expect(seen).to.have.length(11).and.to.have.members(asked);
  });

  it('never fails, whatever is looked for', async () => {
    const odd = ['', '   ', 'the', '"', '-', '- - -', 'or', 'or or', '"a" or -"b', '\\', "'", ':*'];
    const hostile = [':?', '&&&', '!!!', '(((', '<->', '%', '🤷‍♀️', '\ud800', 'a'.repeat(100_000)];

    for (const q of [...odd, ...hostile, '-a '.repeat(400), '"a '.repeat(300)]) {
      expect(await searchQuestions(community.db, { q })).to.have.property('rows');
    }
  });

  it('takes a question with more words than PostgreSQL would index', async () => {
    const { db } = community;
    const words = (from: number) =>
      Array.from({ length: 2_000 }, (_, nth) => `w${String(from + nth)}x`).join(' ');
    const { id } = await aQuestion(db, { body: words(0) });

    for (let nth = 1; nth < 60; nth += 1) {
      await anAnswer(db, { question_id: id, body: words(nth * 2_000) });
    }

    expect(await idsFor('w1x')).to.deep.equal([id]);
  });
});

const { REAL_DATA } = process.env;

describe('Searching for the strings that break things', () => {
  const community = aCommunity();

  it('neither fails nor finds markup', async function () {
    if (REAL_DATA === undefined) return this.skip();
    const strings = JSON.parse(
      readFileSync(join(REAL_DATA, 'naughty-strings.json'), 'utf8'),
    ) as string[];
    const topic_id = (await aTopic(community.db)).id;

    for (const naughty of strings.filter((text) => !text.includes('\0'))) {
      const body = naughty === '' ? '-' : naughty;
      await aQuestion(community.db, { topic_id, body, body_html: markdown.render(body) });
      const { rows } = await searchQuestions(community.db, { q: naughty });
      for (const { titleParts } of rows) expect(textOf(titleParts)).to.contain('No signal');
    }
  });
});
