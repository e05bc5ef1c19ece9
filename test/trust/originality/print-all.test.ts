import { expect } from 'chai';

import { editAnswer } from '#src/forum/edit-answer.ts';
import { postAnswer } from '#src/forum/post-answer.ts';
import { printAll } from '#src/trust/originality/print-all.ts';
import { readNearCopies } from '#src/trust/originality/read-near-copies.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, anAnswer, aQuestion } from '#test/support/make.ts';
import { labelledAnswers } from './labelled-answers.ts';

describe('Answers from before copies were looked for', () => {
  const domain = aDomain({ connections: 4 });
  const markdown = createMarkdown();
  const [{ source: text } = { source: '' }, { source: other } = { source: '' }] = labelledAnswers();
  const printOf = (answer_id: number) =>
    domain
      .db('answer_prints')
      .where({ answer_id: answer_id as never })
      .first();

  it('are printed once, as of when they were published, and accused of nothing', async () => {
    const old = await anAnswer(domain.owner, { body: text });
    const same = await anAnswer(domain.owner, { body: text });
    const short = await anAnswer(domain.owner, { body: 'Switch it off.' });

    const [first, again] = [await printAll(domain), await printAll(domain)];

    expect([first, again]).to.deep.equal([2, 0]);
    const { written_at, digest } = (await printOf(old.id))!;
    expect(written_at).to.deep.equal(old.answered_at);
    expect((await printOf(same.id))?.digest).to.equal(digest);
    expect(await printOf(short.id)).to.equal(undefined);
    expect(await domain.db('near_copies')).to.deep.equal([]);
  });

  it('are sources of what repeats them from then on', async () => {
    const old = await anAnswer(domain.owner, { body: other });
    await printAll(domain);
    const { id } = await aQuestion(domain.owner);
    const copier = await aMember(domain.owner, { level: 'helper' });

    const copy = await domain.perform(copier, (work) =>
      postAnswer(work, markdown, { question: id, body: other }),
    );

    const near = await readNearCopies(domain.db, copy.id);
    expect(near.map(({ source }) => source.id)).to.deep.equal([old.id]);
  });

  it('keep the print of an edit that happens meanwhile', async () => {
    const author = await aMember(domain.owner, { level: 'helper' });
    const old = await anAnswer(domain.owner, { author_id: author.id, body: text });
    const edit = { answer: old.id, body: `${other} And more.`, reason: 'Better', version: 1 };

    await Promise.all([
      domain.perform(author, (work) => editAnswer(work, markdown, edit)),
      printAll(domain),
    ]);

    expect((await printOf(old.id))?.version).to.equal(2);
  });
});
