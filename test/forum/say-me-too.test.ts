import { expect } from 'chai';

import { followQuestion } from '#src/forum/follow-question.ts';
import { readThread } from '#src/forum/read-thread.ts';
import { sayAlsoHelped } from '#src/forum/say-also-helped.ts';
import { sayMeToo } from '#src/forum/say-me-too.ts';
import { NotAllowed } from '#src/refusals.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aQuestion, anAnsweredQuestion } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('Saying “I have this too”', () => {
  const community = aCommunity();

  it('counts once, follows, and can be taken back', async () => {
    const { db, perform } = community;
    const [member, { id }] = [await aMember(db), await aQuestion(db)];
    const say = (on: boolean) =>
      perform(member, async (work) => (await sayMeToo(work, id, on)).me_too_count);

    expect([await say(true), await say(true)]).to.deep.equal([1, 1]);
    const { question } = await readThread(db, id, { viewer: member });
    expect(question).to.include({ i_have_this_too: true, i_follow: true, me_too_count: 1 });
    expect([await say(false), await say(false)]).to.deep.equal([0, 0]);
  });

  it('is not for whoever asked', async () => {
    const { db, perform } = community;
    const { asker, question } = await anAnsweredQuestion(db);

    const outcome = await outcomeOf(perform(asker, (work) => sayMeToo(work, question.id, true)));

    expect(outcome).to.be.instanceOf(NotAllowed);
  });

  it('counts 60 members who say it at once', async () => {
    const { db, perform } = community;
    const { id } = await aQuestion(db);
    const members = await Promise.all(Array.from({ length: 60 }, () => aMember(db)));

    await Promise.all(members.map((member) => perform(member, (work) => sayMeToo(work, id, true))));

    expect((await db('questions').where({ id }).first())?.me_too_count).to.equal(60);
  });
});

describe('Following a question', () => {
  const community = aCommunity();

  it('goes on and off, and once is enough', async () => {
    const { db, perform } = community;
    const [member, { id }] = [await aMember(db), await aQuestion(db)];
    const isFollowing = async () =>
      (await readThread(db, id, { viewer: member })).question.i_follow;

    for (const on of [true, true]) await perform(member, (work) => followQuestion(work, id, on));
    expect(await isFollowing()).to.equal(true);

    for (const on of [false, false]) await perform(member, (work) => followQuestion(work, id, on));
    expect(await isFollowing()).to.equal(false);
  });
});

describe('Saying that an answer also helped', () => {
  const community = aCommunity();

  it('counts, and said again is taken back', async () => {
    const { db, perform } = community;
    const [member, { answer }] = [await aMember(db), await anAnsweredQuestion(db)];
    const say = () =>
      perform(member, async (work) => (await sayAlsoHelped(work, answer.id)).helped_count);

    expect([await say(), await say(), await say()]).to.deep.equal([1, 0, 1]);
    const thread = await readThread(db, answer.question_id, { viewer: member });
    expect(thread.answers[0]).to.include({ i_was_helped: true, helped_count: 1 });
  });

  it('is not for whoever wrote the answer', async () => {
    const { db, perform } = community;
    const { helper, answer } = await anAnsweredQuestion(db);

    const outcome = await outcomeOf(perform(helper, (work) => sayAlsoHelped(work, answer.id)));

    expect(outcome).to.be.instanceOf(NotAllowed);
  });
});
