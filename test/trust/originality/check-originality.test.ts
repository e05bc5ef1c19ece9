import { expect } from 'chai';

import { editAnswer } from '#src/forum/edit-answer.ts';
import { postAnswer } from '#src/forum/post-answer.ts';
import type { AnswerRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { readNearCopies } from '#src/trust/originality/read-near-copies.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, aModerator, aQuestion } from '#test/support/make.ts';
import { labelledAnswers } from './labelled-answers.ts';

describe('Near-copies', () => {
  const domain = aDomain();
  const [known = { source: '', others: [] }, second = known] = labelledAnswers();

  it('are found among labelled answers: copies by others, not what is retold', async () => {
    const score = { found: 0, missed: 0, wrong: 0, right: 0 };

    for (const { source, others } of labelledAnswers()) {
      await said(source);
      for (const { copy, text } of others) {
        const { near } = await said(text);
        const hit = near.length > 0;
        score[copy ? (hit ? 'found' : 'missed') : hit ? 'wrong' : 'right'] += 1;
      }
    }

    expect(score).to.deep.equal({ found: 30, missed: 0, wrong: 0, right: 20 });
  });

  it('name the source, how much is the same and whose it is', async () => {
    const { answer: source, author } = await said(`${known.source} Told by me first.`);

    const { near } = await said(`${known.source} Told by me now.`, { author });
    const { near: others } = await said(`${known.source} Told by me now, too.`);

    expect(near.filter(({ own }) => own)[0]).to.deep.include({ own: true, author: author.name });
    expect(others.map((copy) => copy.source.id)).to.include(source.id);
    expect(others[0]?.similarity).to.be.above(90);
  });

  it('are exact whatever the markup, capitals and spaces', async () => {
    const text =
      'Press **volume down** and _power_ together until the logo comes up, then let both go again.';
    await said(text);

    const { near } = await said(text.replaceAll(/[*_]/g, '').toUpperCase().replace(' ', '\n\n'));

    expect(near).to.have.length(1);
    expect(near[0]).to.include({ kind: 'exact', similarity: 100, own: false });
  });

  it('are not what is quoted, nor short phrases, nor what our team has said', async () => {
    const official =
      'Our engineers renew the masts in your street until Friday; calls over Wi-Fi work.';
    await said(second.source);
    await said('Switch it off and on again, please.');
    await said(official, { author: await aModerator(domain.owner) });

    const quote = `> ${second.source}\n\nI can only say that this is right, and that it worked for me at once when I tried.`;
    const findings = [
      await said(quote),
      await said('Switch it off and on again, please.'),
      await said(official),
    ];

    expect(findings.flatMap(({ near }) => near)).to.deep.equal([]);
  });

  it('are found when an edit makes one, and gone when the next takes it out', async () => {
    const { answer: source } = await said(OWN_WORDS);
    const { answer, author } = await said('Mine is the same, and I have no idea what to do.');

    await edit(author, answer, OWN_WORDS);
    const then = await readNearCopies(domain.db, answer.id);
    await edit(author, { ...answer, version: 2 }, 'I have taken it out, since it was not mine.');

    expect(then.map((copy) => copy.source.id)).to.deep.equal([source.id]);
    expect(await readNearCopies(domain.db, answer.id)).to.deep.equal([]);
  });

  it('do not turn round when the author of the source mends it', async () => {
    const text = `${OWN_WORDS} It is the third time that I write this down.`;
    const { answer: source, author } = await said(text);
    await said(text);

    await edit(author, source, `${text} And the last.`);

    const turned = await readNearCopies(domain.db, source.id);
    expect(turned.filter((copy) => copy.source.id > source.id)).to.deep.equal([]);
  });

  it('are said once, and again only when they come back', async () => {
    const text = 'Take the bus to the shop on the corner and let them look at the tray of the SIM.';
    await said(text);
    const { answer, author } = await said(text);
    await edit(author, answer, `${text} Bye.`);

    const said_ = await domain
      .owner('events')
      .where({ name: 'near copy found' })
      .whereRaw(`(details->>'answerId')::int = ?`, [answer.id]);

    expect(said_).to.have.length(1);
  });

  const OWN_WORDS =
    'My neighbour told me to hold the phone against the window that faces the church tower.';

  async function said(body: string, by: { author?: MemberRow } = {}) {
    const author = by.author ?? (await aMember(domain.owner));
    const question = await aQuestion(domain.owner);
    const answer = await domain.perform(author, (work) =>
      postAnswer(work, createMarkdown(), { question: question.id, body }),
    );
    return { answer, author, near: await readNearCopies(domain.db, answer.id) };
  }

  const edit = (author: MemberRow, { id, version }: AnswerRow, body: string) =>
    domain.perform(author, (work) =>
      editAnswer(work, createMarkdown(), { answer: id, body, reason: '', version }),
    );
});
