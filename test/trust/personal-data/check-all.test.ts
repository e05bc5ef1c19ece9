import { expect } from 'chai';

import { searchQuestions } from '#src/forum/search/search-questions.ts';
import { refreshSearch } from '#src/forum/search/search-document.ts';
import { checkAll } from '#src/trust/personal-data/check-all.ts';
import { maskingMarkdown } from '#src/trust/personal-data/masking-markdown.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aDomain, operator } from '#test/support/domain.ts';
import { aComment, anAnswer, aQuestion } from '#test/support/make.ts';

describe('looking through everything that was published', () => {
  const domain = aDomain();
  const scan = () => checkAll({ ...domain, markdown: maskingMarkdown(createMarkdown(), operator) });

  it('masks what looks personal and leaves it to a moderator, once', async () => {
    const { owner } = domain;
    const title = 'Does 07700 900412 still work?';
    const question = await aQuestion(owner, { title, body: 'Or una@example.com?' });
    const on = { question_id: question.id };
    const answer = await anAnswer(owner, { ...on, body: '**Ring** 07700 900413.' });
    const comment = await aComment(owner, { ...on, body: 'PUK 12345678' });
    const plain = await anAnswer(owner, { ...on, body: 'Switch it *off*.' });
    await refreshSearch({ trx: owner }, question.id);

    const first = await scan();
    const findings = await owner('personal_data_findings').orderBy('id');
    const again = await scan();

    expect([first, again]).to.deep.equal([3, 3]);
    expect(findings.map(({ kind, state }) => `${kind} ${state}`)).to.deep.equal([
      ...['phone waiting', 'email waiting', 'phone waiting', 'puk waiting'],
    ]);
    expect(await owner('personal_data_findings').orderBy('id')).to.deep.equal(findings);
    const asked = (await owner('questions').where({ id: question.id }).first())!;
    expect(asked.title).to.equal('Does 077•• ••• 412 still work?');
    expect(asked.body_html).to.equal('<p>Or u•••••@•••••?</p>\n');
    const said = (await owner('answers').where({ id: answer.id }).first())!;
    expect(said.body_html).to.equal('<p><strong>Ring</strong> 077•• ••• 413.</p>\n');
    const added = (await owner('comments').where({ id: comment.id }).first())!;
    expect(added.body_html).to.equal('<p>PUK •••• ••••</p>\n');
    const mails = await owner('mails').where({ kind: 'masked' }).orderBy('id');
    expect(mails.map(({ subject }) => subject)).to.deep.equal(
      ['question', 'answer', 'comment'].map(
        (post) => `Something in your ${post} is hidden from readers`,
      ),
    );
    expect(JSON.stringify(mails)).to.not.match(/90041[23]|una@|12345678/);
    expect(await owner('answers').where({ id: plain.id }).first()).to.deep.equal(plain);
    expect((await searchQuestions(domain.db, { q: '900413' })).found).to.equal(0);
  });
});
