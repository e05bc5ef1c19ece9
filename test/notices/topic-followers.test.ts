import { expect } from 'chai';

import { followTopic } from '#src/forum/follow-topic.ts';
import { listQuestions } from '#src/forum/list-questions.ts';
import type { QuestionRow, TopicRow } from '#src/forum/rows.ts';
import { blockMember } from '#src/members/block-member.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { listNotices } from '#src/notices/read-notices.ts';
import { tellTopicFollowers } from '#src/notices/tell-topic-followers.ts';
import { aDomain } from '#test/support/domain.ts';
import { mailsTo } from '#test/support/mailbox.ts';
import { aMember, aQuestion, aTopic } from '#test/support/make.ts';

describe('Whoever follows a topic', () => {
  const domain = aDomain();
  let follower: MemberRow;
  let topic: TopicRow;
  beforeEach(async () => {
    domain.itIsNow('2026-01-15T12:00:00Z');
    follower = await aMember(domain.owner);
    topic = await aTopic(domain.owner);
    await follow(true);
  });

  const follow = (on: boolean) =>
    domain.perform(follower, (work) => followTopic(work, topic.slug, on));
  const asked = (details = {}) => aQuestion(domain.owner, { topic_id: topic.id, ...details });
  const tell = ({ id }: QuestionRow) =>
    tellTopicFollowers(domain.db, domain.perform, { questionId: id });
  const told = async (who = follower) =>
    (await listNotices(domain.db, who.id, { at: domain.now() })).rows.map(({ path }) => path);
  const following = async () =>
    (await listQuestions(domain.db, { tab: 'following', viewer: follower.id })).rows.map(
      ({ id }) => id,
    );

  it('is told of a new question in it: once, on the site at once, by mail once a day', async () => {
    const question = await asked();

    await tell(question);
    await tell(question);

    expect(await told()).to.deep.equal([`/q/${String(question.id)}/${question.slug}`]);
    const mails = await mailsTo(domain.db, follower.email);
    expect(mails.map(({ bundle }) => bundle)).to.deep.equal(['daily']);
  });

  it('hears nothing of what is elsewhere, hidden, their own or by whom they have blocked', async () => {
    const blocked = await aMember(domain.owner);
    await domain.perform(follower, (work) => blockMember(work, blocked.id));

    await tell(await aQuestion(domain.owner));
    await tell(await asked({ removed_at: domain.now() }));
    await tell(await asked({ author_id: follower.id }));
    await tell(await asked({ author_id: blocked.id }));

    expect(await told()).to.deep.equal([]);
  });

  it('hears nothing once they have stopped, however often they pressed', async () => {
    await Promise.all([follow(true), follow(true), follow(true)]);

    await follow(false);
    await follow(false);
    await tell(await asked());

    expect(await told()).to.deep.equal([]);
  });

  it('has its questions in the list of what they follow, a page at a time', async () => {
    const questions = [];
    for (let count = 0; count < 5; count += 1) questions.push(await asked());
    await asked({ removed_at: domain.now() });
    const wanted = { tab: 'following', viewer: follower.id, limit: 2 } as const;

    const first = await listQuestions(domain.db, wanted);
    const second = await listQuestions(domain.db, { ...wanted, after: first.next ?? '' });
    const third = await listQuestions(domain.db, { ...wanted, after: second.next ?? '' });

    const shown = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(shown).to.deep.equal(questions.map(({ id }) => id).toReversed());
    await follow(false);
    expect(await following()).to.deep.equal([]);
  });
});
