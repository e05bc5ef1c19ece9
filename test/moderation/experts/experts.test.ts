import assert from 'node:assert/strict';

import { expect } from 'chai';

import { findExperts, readKnownTopics } from '#src/forum/experts/find-experts.ts';
import type { AnswerRow, TopicRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { recountExperts } from '#src/moderation/experts/recount-expertise.ts';
import { removePost } from '#src/moderation/posts/remove-post.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, aModerator, anAnswer, aQuestion, aTopic } from '#test/support/make.ts';
import { lastAcceptance, rewarding } from '#test/support/rewarding.ts';

describe('Who knows a topic', () => {
  const domain = aDomain();
  const hands = rewarding(domain);
  let hannah: MemberRow;
  before(async () => {
    hannah = await aModerator(domain.owner);
  });
  beforeEach(() => {
    domain.itIsNow('2026-01-15T12:00:00Z');
  });

  const accepted = async (topic: TopicRow, helper: MemberRow): Promise<AnswerRow> => {
    const asker = await aMember(domain.owner);
    const question = await aQuestion(domain.owner, { author_id: asker.id, topic_id: topic.id });
    const posted = { question_id: question.id, author_id: helper.id };
    const answer = await anAnswer(domain.owner, posted);
    await hands.accept(asker, answer);
    return answer;
  };
  const passed = async (topic: TopicRow, helper: MemberRow) => {
    const answer = await accepted(topic, helper);
    await hands.decide(hannah, answer, 'pass');
    return answer;
  };
  const threeBy = async (helper: MemberRow) => {
    const topic = await aTopic(domain.owner);
    const answers = [await passed(topic, helper), await passed(topic, helper)];
    const last = await passed(topic, helper);
    return { topic, last, answers: [...answers, last] };
  };
  const experts = async (topic: TopicRow) => {
    const found = await findExperts(domain.db, topic.id, { at: domain.now() });
    return found.map(({ author, passed: number }) => [author.id, number]);
  };

  it('is whoever had three answers in it pass a check, and nobody with fewer', async () => {
    const helper = await aMember(domain.owner);
    const topic = await aTopic(domain.owner);

    await passed(topic, helper);
    await passed(topic, helper);
    const withTwo = await experts(topic);
    await passed(topic, helper);

    expect(withTwo).to.deep.equal([]);
    expect(await experts(topic)).to.deep.equal([[helper.id, 3]]);
    const [known] = await readKnownTopics(domain.db, helper.id);
    expect(known?.slug).to.equal(topic.slug);
  });

  it('does not count what its asker doubts, until they accept it anew', async () => {
    const helper = await aMember(domain.owner);
    const { topic, last } = await threeBy(helper);
    const { asker_id } = await lastAcceptance(domain.owner, last);
    const asker = await domain.owner('members').where({ id: asker_id }).first();
    assert(asker, 'somebody accepted it');

    await hands.doubt(asker, last);
    const doubted = await experts(topic);
    await hands.accept(asker, last);

    expect(doubted).to.deep.equal([]);
    expect(await experts(topic)).to.deep.equal([[helper.id, 3]]);
  });

  it('loses what is removed, withdrawn, undone or failed, at once', async () => {
    const people = [await aMember(domain.owner), await aMember(domain.owner)] as const;
    const one = await threeBy(people[0]);
    const other = await threeBy(people[1]);
    const known = [...(await experts(one.topic)), ...(await experts(other.topic))];

    await domain.perform(hannah, (work) =>
      removePost(work, { answer: one.last.id }, { reason: 'off-topic', note: '' }),
    );
    await hands.undo(hannah, other.last);

    expect(known).to.have.length(2);
    expect(await experts(one.topic)).to.deep.equal([]);
    expect(await experts(other.topic)).to.deep.equal([]);
  });

  it('does not count what fails, nor our team, nor whoever may not post', async () => {
    const { owner } = domain;
    const [failing, joined, suspended] = [
      await aMember(owner),
      await aMember(owner),
      await aMember(owner),
    ];
    const topic = await aTopic(owner);
    for (let count = 0; count < 3; count += 1) {
      await hands.decide(hannah, await accepted(topic, failing), 'fail');
    }
    const staff = await threeBy(joined);
    const away = await threeBy(suspended);

    await owner('members').where({ id: joined.id }).update({ role: 'moderator' });
    const suspended_until = new Date('2026-02-15T12:00:00Z');
    await owner('members').where({ id: suspended.id }).update({ suspended_until });

    expect(await experts(topic)).to.deep.equal([]);
    expect(await experts(staff.topic)).to.deep.equal([]);
    expect(await experts(away.topic)).to.deep.equal([]);
    domain.itIsNow('2026-02-16T12:00:00Z');
    expect(await experts(away.topic)).to.deep.equal([[suspended.id, 3]]);
  });

  it('counts every pass, also of checks that are decided at one moment', async () => {
    const helper = await aMember(domain.owner);
    const topic = await aTopic(domain.owner);
    const answers = [];
    for (let count = 0; count < 5; count += 1) answers.push(await accepted(topic, helper));

    await Promise.all(answers.map((answer) => hands.decide(hannah, answer, 'pass')));

    expect(await experts(topic)).to.deep.equal([[helper.id, 5]]);
  });

  it('forgets a pass after a year, and follows a question to another topic, overnight', async () => {
    const helper = await aMember(domain.owner);
    const { topic, answers } = await threeBy(helper);
    const elsewhere = await aTopic(domain.owner);
    const questions = answers.map(({ question_id }) => question_id);

    await domain.owner('questions').whereIn('id', questions).update({ topic_id: elsewhere.id });
    const moved = await recountExperts(domain.db, domain.perform, domain.now());
    const there = await experts(elsewhere);
    const again = await recountExperts(domain.db, domain.perform, domain.now());
    domain.itIsNow('2027-01-16T12:00:00Z');
    await recountExperts(domain.db, domain.perform, domain.now());

    expect([moved, again]).to.deep.equal([2, 0]);
    expect(there).to.deep.equal([[helper.id, 3]]);
    expect([...(await experts(topic)), ...(await experts(elsewhere))]).to.deep.equal([]);
  });
});
