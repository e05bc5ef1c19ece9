import { expect } from 'chai';

import type { Embedder } from '#src/forum/similar/embedder.ts';
import { createEmbedder } from '#src/forum/similar/embedder.ts';
import { learnQuestions, relearnUnplaced } from '#src/forum/similar/learn-questions.ts';
import { refreshSearch } from '#src/forum/search/search-document.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, aQuestion, aTopic } from '#test/support/make.ts';

describe('learning questions', () => {
  const domain = aDomain();
  const learn = (embedder?: Embedder) => learnQuestions(domain.db, domain.perform, { embedder });

  /** Asks many things at once. */
  const askMany = async (titles: string[]) => {
    const [author, topic] = [await aMember(domain.owner), await aTopic(domain.owner)];
    await domain.owner.raw(
      `with asked as (
         insert into questions (author_id, topic_id, title, slug, body, body_html, excerpt, asked_at,
           last_activity_at)
         select ?, ?, title, 'q', 'b', 'b', 'b', now(), now() from unnest(?::text[]) as t (title)
         returning id)
       insert into likeness_due (question_id) select id from asked`,
      [author.id, topic.id, titles],
    );
  };

  it('keeps the lists short, also where everybody asks the same', async () => {
    await askMany(Array.from({ length: 300 }, (_, nth) => `Question number ${String(nth * 7919)}`));
    await askMany(Array.from({ length: 300 }, () => 'The very same question'));

    expect(await learn(byLetters())).to.equal(600);

    const { rows } = await domain.owner.raw<{ rows: { size: number; there: bigint }[] }>(
      `select l.size, (select count(*) from likeness where list_id = l.id) as there
         from likeness_lists l`,
    );
    expect(rows.length).to.be.at.least(3);
    expect(rows.every(({ size, there }) => size <= 240 && BigInt(size) === there)).to.equal(true);
    expect(rows.reduce((sum, { size }) => sum + size, 0)).to.equal(600);
  });

  it('counts in how many titles a word stands, as they come and go', async () => {
    const { owner } = domain;
    const { id } = await aQuestion(owner, { title: 'Quokka quokka on the line' });
    await aQuestion(owner, { title: 'A quokka again' });
    await learn();
    const times = async (word: string) =>
      (await owner('likeness_words').where({ word }).first())?.questions;
    expect(await times('quokka')).to.equal(2);

    await owner('questions').where({ id }).update({ title: 'A wombat on the line' });
    await refreshSearch({ trx: owner }, id);
    await learn();

    expect([await times('quokka'), await times('wombat')]).to.deep.equal([1, 1]);
  });

  it('loses no change that is made while it learns', async () => {
    const { owner } = domain;
    const { id } = await aQuestion(owner, { title: 'Before it was edited' });
    const edited = createEmbedder({
      start: () => ({
        embed: async () => {
          await owner('questions').where({ id }).update({ title: 'After it was edited' });
          await refreshSearch({ trx: owner }, id);
          return [1, 2, 3];
        },
        stop: () => Promise.resolve(),
      }),
      onFailure: () => undefined,
    });

    await learn(edited);
    expect(await owner('likeness').where({ question_id: id })).to.deep.equal([]);
    await learn();

    const row = await owner('likeness').where({ question_id: id }).first();
    expect(row?.title).to.equal('After it was edited');
  });

  it('waits for nobody who is changing a question, and learns it later', async () => {
    const { owner } = domain;
    const { id } = await aQuestion(owner, { title: 'Somebody holds this one' });

    await owner.transaction(async (trx) => {
      await trx('questions').where({ id }).forUpdate().first();
      await learn();
      expect(await owner('likeness').where({ question_id: id })).to.deep.equal([]);
    });
    await learn();

    expect(await owner('likeness').where({ question_id: id })).to.have.length(1);
  });

  it('learns again what was learned without a model, once there is one', async () => {
    const { owner, perform } = domain;
    const { id } = await aQuestion(owner, { title: 'Learned by its letters alone' });
    await learn();
    const embedder = byLetters();

    await perform('system', (work) => relearnUnplaced(work, embedder));
    await learn(embedder);

    const row = await owner('likeness').where({ question_id: id }).first();
    expect(row?.place).to.have.length(26);
  });
});

/** A model of which anybody can say where it puts a text: by how often each letter stands in it. */
const byLetters = (): Embedder =>
  createEmbedder({
    start: () => ({
      embed: (text) => {
        const digits = [...text].map((letter) => letter.codePointAt(0) ?? 0);
        const counts = new Array<number>(26).fill(0);
        for (const code of digits) counts[code % 26] = (counts[code % 26] ?? 0) + 1;
        return Promise.resolve(counts);
      },
      stop: () => Promise.resolve(),
    }),
    onFailure: () => undefined,
  });
