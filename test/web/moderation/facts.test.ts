import { expect } from 'chai';

import { acceptAnswer } from '#src/forum/accept-answer.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { amountsIn } from '#src/moderation/facts/find-facts.ts';
import { lastAudit } from '#test/support/rewarding.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aModerator, anAnswer, aQuestion, aTopic } from '#test/support/make.ts';
import * as desk from '../../moderation/desk.ts';

describe('What the operator says itself', () => {
  const community = aCommunity();
  let hannah: MemberRow;
  before(async () => (hannah = await aModerator(community.owner)));
  beforeEach(() => {
    community.itIsNow('2026-01-15T12:00:00Z');
  });
  const write = (fields: Record<string, string>) =>
    community.visit(hannah).post('/staff/facts').type('form').send(fields);
  const passOf = (topic: string) => ({
    ...{ topic, title: 'Europe day pass', body: 'It lasts until midnight.', amount: '2.50' },
    ...{ source: 'https://operator.example/prices', from: '2026-01-01' },
  });

  /** The desk of an answer to a question of this topic. */
  const deskOf = async (topic_id: number, title: string, body: string) => {
    const asker = await aMember(community.owner);
    const asked = { author_id: asker.id, topic_id: topic_id as never, title };
    const question = await aQuestion(community.owner, asked);
    const answer = await anAnswer(community.owner, { question_id: question.id, body });
    await community.perform(asker, (work) => acceptAnswer(work, answer.id));
    const { id } = await lastAudit(community.db, answer);
    return (await community.visit(hannah).get(`/staff/audits/${String(id)}`)).text;
  };

  it('stands beside an answer of its topic that shares its words, and points out another price', async () => {
    const topic = await aTopic(community.owner);
    expect((await write(passOf(topic.slug))).status).to.equal(303);

    const wrong = await deskOf(
      topic.id,
      'What does the Europe pass cost?',
      'It costs £3.00 a day.',
    );
    const right = await deskOf(topic.id, 'Is the Europe pass worth it?', 'It costs £2.50 a day.');
    const other = await deskOf(topic.id, 'Where is my SIM?', 'Ask for £3.00 back.');

    expect(wrong).to.include('It lasts until midnight.').and.to.include('not on the price list');
    expect(right).to.include('Every amount is on the price list');
    expect(other).not.to.include('It lasts until midnight.');
  });

  it('is no longer shown once it has ended, and stays in the list', async () => {
    const topic = await aTopic(community.owner);
    await write(passOf(topic.slug));
    const fact = await community.db('official_facts').orderBy('id', 'desc').first();

    await community.visit(hannah).post(`/staff/facts/${String(fact?.id)}/end`);
    community.itIsNow('2026-01-16T12:00:00Z');

    const text = await deskOf(topic.id, 'What does the Europe pass cost?', 'It costs £3.00 a day.');
    expect(text).not.to.include('It lasts until midnight.');
    expect((await community.visit(hannah).get('/staff/facts')).text).to.include('to 15 Jan 2026');
  });

  it('is refused with what was typed where something is missing', async () => {
    const topic = await aTopic(community.owner);

    const refused = await write({
      ...passOf(topic.slug),
      amount: 'much',
      source: 'http://a.example',
    });

    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('begins with https://').and.to.include('Europe day pass');
  });

  it('finds amounts as people write them', () => {
    expect(amountsIn('£2.50, £3 or 50p a day; not 0845 or 2.5')).to.deep.equal([250n, 300n, 50n]);
  });

  it('scores an answer by parts, for its author to read', async () => {
    const { audit, question, helper } = await desk.anAuditedAnswer(community);
    const scored = {
      version: '1',
      verdict: 'pass',
      correct: 'yes',
      clear: 'partly',
      safe: 'nonsense',
    };

    await community.owner('notice_preferences').insert({
      ...{ member_id: helper.id, event: 'checked', channel: 'email', choice: 'at-once' },
    });
    const thread = `/q/${String(question.id)}/${question.slug}`;
    await community.visit(helper).get(thread);

    const decided = await community
      .visit(hannah)
      .post(`/staff/audits/${String(audit)}/verdict`)
      .type('form')
      .send(scored);

    expect(decided.status).to.equal(303);
    const hers = (await community.visit(helper).get(thread)).text;
    expect(hers).to.include('How it did: correct: yes · clear: partly');
    expect((await community.visit().get(thread)).text).not.to.include('How it did');
    const mail = await desk.verdictMailTo(community, helper);
    expect(mail?.text_body).to.include('How it did: correct: yes, clear: partly.');
  });

  it('shows each draw with how to repeat it, on a page and in a file', async () => {
    const { audit } = await desk.anAuditedAnswer(community);
    const { acceptance_id } = await desk.theAudit(community, audit);

    const list = await community.visit(hannah).get('/staff/draws?because=first-five');
    const one = await community.visit(hannah).get(`/staff/draws/${String(acceptance_id)}`);
    const file = await community.visit(hannah).get('/staff/draws/2026-01.csv');

    expect(list.text).to.include(`/staff/draws/${String(acceptance_id)}"`);
    expect(list.text).to.include('One of the author’s first five paid answers.');
    expect(one.text).to.include(`:${String(acceptance_id)}&#39; | sha256sum | cut -c1-8`);
    expect(file.text).to.match(new RegExp(`^${String(acceptance_id)},.*,first-five,yes\r$`, 'm'));
  });
});
