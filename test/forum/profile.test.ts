import { expect } from 'chai';

import { listAnswersBy, readProfileFigures } from '#src/forum/profile.ts';
import { sayAlsoHelped } from '#src/forum/say-also-helped.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, anAcceptance, anAnswer, aQuestion } from '#test/support/make.ts';

describe('What a profile tells', () => {
  const community = aCommunity();

  it('counts what readers can see, and no more', async () => {
    const { db, perform } = community;
    const [member, reader] = [await aMember(db), await aMember(db)];
    const author_id = member.id;
    const hidden = { author_id, removed_at: new Date(0) };
    await aQuestion(db, { author_id });
    await aQuestion(db, hidden);
    const accepted = await anAnswer(db, { author_id });
    await anAcceptance(db, accepted);
    await anAnswer(db, hidden);
    await anAnswer(db, { author_id, question_id: (await aQuestion(db, hidden)).id });
    await perform(reader, (work) => sayAlsoHelped(work, accepted.id));

    expect(await readProfileFigures(db, author_id)).to.deep.equal({
      ...{ questions: 1, answers: 1, accepted: 1, people: 1, official: 0, alsoHelped: 1 },
    });
    const { rows } = await listAnswersBy(db, author_id);
    expect(rows.map(({ id }) => id)).to.deep.equal([accepted.id]);
    expect(rows[0]).to.deep.include({ accepted: true, helped_count: 1 });
    expect(rows[0]?.question.id).to.equal(accepted.question_id);
  });

  it('is all noughts for somebody new', async () => {
    const { id } = await aMember(community.db);

    expect(await readProfileFigures(community.db, id)).to.deep.equal({
      ...{ questions: 0, answers: 0, accepted: 0, people: 0, official: 0, alsoHelped: 0 },
    });
  });

  it('pages through answers, the newest first', async () => {
    const { db } = community;
    const author_id = (await aMember(db)).id;
    const given = [];
    for (let nth = 0; nth < 5; nth += 1) given.unshift((await anAnswer(db, { author_id })).id);

    const page = await listAnswersBy(db, author_id, { limit: 3 });
    const rest = await listAnswersBy(db, author_id, { limit: 3, after: page.next ?? '' });

    expect([...page.rows, ...rest.rows].map(({ id }) => id)).to.deep.equal(given);
    expect(rest.next).to.equal(null);
  });
});
