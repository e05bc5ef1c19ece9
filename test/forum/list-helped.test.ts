import { expect } from 'chai';
import type { Knex } from 'knex';

import { listHelpedBy } from '#src/forum/list-helped.ts';
import { readProfileFigures } from '#src/forum/profile.ts';
import { blockMember } from '#src/members/block-member.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, anAcceptance, anAnswer, aQuestion } from '#test/support/make.ts';

describe('Whom a member helped', () => {
  const community = aCommunity();
  let owner: Knex;
  let helper: MemberRow;
  beforeEach(async () => {
    owner = community.owner;
    helper = await aMember(owner);
  });

  const solved = async (asker: MemberRow, removed_at: Date | null = null) => {
    const question = await aQuestion(owner, { author_id: asker.id, removed_at });
    const posted = { question_id: question.id, author_id: helper.id };
    const answer = await anAnswer(owner, posted);
    return { question, answer, acceptance: await anAcceptance(owner, answer) };
  };
  const asker = (details = {}) => aMember(owner, details);
  const helped = async () => (await listHelpedBy(community.db, helper.id)).rows;
  const figures = () => readProfileFigures(community.db, helper.id);

  it('is everybody whose question an answer of theirs solved, the latest first', async () => {
    const [one, other] = [await asker(), await asker()];
    const first = await solved(one);
    const second = await solved(other);
    await solved(one);

    const rows = await helped();

    expect(rows.map((row) => row.asker?.name)).to.deep.equal([one.name, other.name, one.name]);
    expect(rows[1]).to.deep.include({ answerId: second.answer.id });
    expect(rows[2]?.question.title).to.equal(first.question.title);
    expect(await figures()).to.deep.include({ accepted: 3, people: 2 });
  });

  it('leaves out what was withdrawn, doubted or removed, and their own questions', async () => {
    const withdrawn = await solved(await asker());
    const doubted = await solved(await asker());
    await solved(await asker(), new Date(0));
    await solved(helper);
    const end = { withdrawn_at: new Date(), withdrawn_because: 'asker' } as const;
    await owner('acceptances').where({ id: withdrawn.acceptance.id }).update(end);
    const doubt = { doubted_at: new Date() };
    await owner('acceptances').where({ id: doubted.acceptance.id }).update(doubt);

    expect(await helped()).to.deep.equal([]);
    expect(await figures()).to.deep.include({ accepted: 1, people: 0 });
  });

  it('names nobody who was closed, or who has blocked the other', async () => {
    const people = [
      await asker({ closed_at: new Date() }),
      await asker({ name: 'Blocks-them' }),
      await asker({ name: 'Blocked' }),
      await asker({ name: 'In-the-open' }),
    ] as const;
    for (const one of people) await solved(one);
    await community.perform(people[1], (work) => blockMember(work, helper.id));
    await community.perform(helper, (work) => blockMember(work, people[2].id));

    const names = (await helped()).map((row) => row.asker?.name ?? null);

    expect(names).to.deep.equal(['In-the-open', null, null, null]);
    expect((await figures()).people).to.equal(4);
  });

  it('goes on by the page, and repeats nobody', async () => {
    for (let nth = 0; nth < 5; nth += 1) await solved(await asker());

    const page = await listHelpedBy(community.db, helper.id, { limit: 3 });
    const after = page.next ?? '';
    const rest = await listHelpedBy(community.db, helper.id, { limit: 3, after });

    const ids = [...page.rows, ...rest.rows].map(({ id }) => id);
    expect(new Set(ids).size).to.equal(5);
    expect(ids).to.deep.equal(ids.toSorted((one, other) => other - one));
    expect(rest.next).to.equal(null);
  });
});
