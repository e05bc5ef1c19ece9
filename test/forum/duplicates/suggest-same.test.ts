import { expect } from 'chai';

import { listPairs } from '#src/forum/duplicates/read-pairs.ts';
import { SUGGESTIONS_A_DAY, suggestSame } from '#src/forum/duplicates/suggest-same.ts';
import { followQuestion } from '#src/forum/follow-question.ts';
import type { QuestionRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { mergeThreads } from '#src/moderation/threads/merge-threads.ts';
import { setPairApart } from '#src/moderation/threads/weigh-pair.ts';
import { tellFollowersOfMerge } from '#src/notices/tell-of-merge.ts';
import { Conflict, Gone, NotAllowed, NotFound, TooMany } from '#src/refusals.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, aModerator, aQuestion } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('Suggesting that two questions ask the same', () => {
  const domain = aDomain();
  const aGuide = () => aMember(domain.owner, { level: 'guide' });
  const two = async () => [await aQuestion(domain.owner), await aQuestion(domain.owner)] as const;
  const suggest = (by: MemberRow, one: Pick<QuestionRow, 'id'>, other: Pick<QuestionRow, 'id'>) =>
    domain.perform(by, (work) => suggestSame(work, { question: one.id, other: other.id }));
  const pairs = async () => (await listPairs(domain.db, { apart: false })).rows;

  it('puts them on the moderators’ list with every name, the first first', async () => {
    const [older, newer] = await two();
    const [guide, steward] = [await aGuide(), await aMember(domain.owner, { level: 'steward' })];

    await suggest(guide, older, newer);
    await suggest(steward, newer, older);

    const [pair] = await pairs();
    expect(pair?.suggestedBy).to.deep.equal([guide.name, steward.name]);
    expect(pair).to.deep.include({ percent: null });
    expect([pair?.older.id, pair?.newer.id]).to.deep.equal([older.id, newer.id]);
  });

  it('is for Guides and Stewards', async () => {
    const [one, other] = await two();
    const helper = await aMember(domain.owner, { level: 'helper' });

    for (const member of [helper, await aModerator(domain.owner)]) {
      expect(await outcomeOf(suggest(member, one, other))).to.be.instanceOf(NotAllowed);
    }
  });

  it('is refused of one question, of what nobody can see, and of what was said or decided already', async () => {
    const guide = await aGuide();
    const [one, other] = await two();
    const [removed, held] = await two();
    const at = domain.now();
    await domain.owner('questions').where({ id: removed.id }).update({ removed_at: at });
    await domain.owner('questions').where({ id: held.id }).update({ removed_at: at, held_at: at });
    await suggest(guide, one, other);

    expect(await outcomeOf(suggest(guide, one, one))).to.be.instanceOf(Conflict);
    expect(await outcomeOf(suggest(guide, one, removed))).to.be.instanceOf(Gone);
    expect(await outcomeOf(suggest(guide, one, held))).to.be.instanceOf(NotFound);
    expect(await outcomeOf(suggest(guide, other, one))).to.be.instanceOf(Conflict);
    const id = (await pairs()).find(({ older }) => older.id === one.id)?.id;
    if (id === undefined) throw new Error('it was suggested');
    const moderator = await aModerator(domain.owner);
    await domain.perform(moderator, (work) => setPairApart(work, id));
    expect(await outcomeOf(suggest(await aGuide(), one, other))).to.be.instanceOf(Conflict);
  });

  it('is limited by the day, also for who says several things at once', async () => {
    const guide = await aGuide();
    const one = await aQuestion(domain.owner);
    const others = [];
    for (let nth = 0; nth < SUGGESTIONS_A_DAY + 2; nth += 1) {
      others.push(await aQuestion(domain.owner));
    }

    const said = await Promise.all(others.map((other) => outcomeOf(suggest(guide, one, other))));

    expect(said.filter((outcome) => outcome instanceof TooMany)).to.have.length(2);
    domain.itIsNow(new Date(domain.now().getTime() + 86_400_001));
    const late = others.filter((_, nth) => said[nth] instanceof TooMany);
    for (const other of late) await suggest(guide, one, other);
  });

  it('is answered with one notice once they are merged, whoever else is told', async () => {
    const [older, newer] = await two();
    const [guide, follower] = [await aGuide(), await aGuide()];
    await domain.perform(follower, (work) => followQuestion(work, newer.id, true));
    for (const member of [guide, follower]) await suggest(member, older, newer);
    const asker = await domain.owner('members').where({ id: newer.author_id }).first();
    await domain.owner('members').where({ id: newer.author_id }).update({ level: 'guide' });
    if (asker) await suggest({ ...asker, level: 'guide' }, older, newer);

    const merging = { source: newer.id, target: older.id, reason: 'The same' };
    await domain.perform(await aModerator(domain.owner), (work) => mergeThreads(work, merging));
    const merge = await domain.owner('question_merges').where({ source_id: newer.id }).first();
    if (merge) await tellFollowersOfMerge(domain.db, domain.perform, merge.id);

    const told = async (member_id: MemberRow['id']) =>
      domain.owner('notices').where({ member_id }).pluck('kind');
    expect(await told(guide.id)).to.deep.equal(['suggestion-merged']);
    expect(await told(follower.id)).to.deep.equal(['suggestion-merged']);
    expect(await told(newer.author_id)).to.deep.equal(['merged']);
  });
});
