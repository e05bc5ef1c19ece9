import { join } from 'node:path';

import { expect } from 'chai';

import { siteOf } from '#src/imports/dump-people.ts';
import { readHistory } from '#src/imports/dump.ts';
import type { AnswerRow } from '#src/forum/rows.ts';
import { postAnswer } from '#src/forum/post-answer.ts';
import { wordsOf } from '#src/trust/originality/words.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aQuestion } from '#test/support/make.ts';
import { importing } from '../../imports/importing.ts';

const folder = process.env['REAL_DATA'];
const path = join(folder ?? '', 'stackexchange-coffee-posts.xml');

(folder === undefined ? describe.skip : describe)('The answers of a real community', function () {
  this.timeout(120_000);
  const community = aCommunity();
  let answers: AnswerRow[];

  before(async () => {
    await importing(community, {
      dump: await readHistory(path, community.now()),
      site: siteOf(path),
    });
    answers = await community.owner('answers').orderBy('id');
  });

  it('are nobody’s copies, but for the one that its author had given before', async () => {
    const found = await community.owner('near_copies').select('own', 'kind', 'similarity');

    expect(found).to.deep.equal([{ own: true, kind: 'near', similarity: 87 }]);
    expect(answers).to.have.length(327);
  });

  it('are found again when somebody copies them with every thirteenth word changed', async () => {
    const { owner, perform } = community;
    const question = await aQuestion(owner);
    const long = answers.filter(({ body }) => wordsOf(body).length >= 40).slice(0, 150);

    const missed: number[] = [];
    for (const { id, body } of long) {
      const thief = await aMember(owner, { level: 'steward' });
      const copy = await perform(thief, (work) =>
        postAnswer(work, createMarkdown(), { question: question.id, body: spoilt(body) }),
      );
      const found = await owner('near_copies').where({ answer_id: copy.id });
      if (!found.some((row) => row.source_answer_id === id)) missed.push(id);
    }

    expect(long).to.have.length(150);
    expect(missed.length / long.length).to.be.below(0.02);
  });
});

const spoilt = (body: string) => {
  let count = 0;
  return body.replaceAll(/\p{L}+/gu, (word) => ((count += 1) % 13 === 0 ? 'otherwise' : word));
};
