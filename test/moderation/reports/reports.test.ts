import { expect } from 'chai';

import { acceptAnswer } from '#src/forum/accept-answer.ts';
import { postAnswer } from '#src/forum/post-answer.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { removePost } from '#src/moderation/posts/remove-post.ts';
import { decideReport, type ReportDecision } from '#src/moderation/reports/decide-report.ts';
import { reportPost } from '#src/moderation/reports/report-post.ts';
import type { ReportRef } from '#src/moderation/reports/subject.ts';
import type { ReportCaseId } from '#src/moderation/rows.ts';
import { Conflict, Gone, NotAllowed, NotFound } from '#src/refusals.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, aModerator, anAnsweredQuestion } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { anAcceptedAnswer, lastReward, rewarding } from '#test/support/rewarding.ts';
import { markdown } from '../desk.ts';

describe('A report', () => {
  const domain = aDomain({ connections: 6 });
  const { decide } = rewarding(domain);
  let hannah: MemberRow;
  let marcus: MemberRow;
  let reporter: MemberRow;
  before(async () => {
    hannah = await aModerator(domain.owner, { name: 'Hannah' });
    marcus = await aModerator(domain.owner, { name: 'Marcus' });
  });
  beforeEach(async () => {
    reporter = await aMember(domain.owner);
  });
  afterEach(() => expectBooksToMatchStates(domain.db));

  const report = (ref: ReportRef, by = reporter) =>
    domain.perform(by, (work) => reportPost(work, ref, { ground: 'rude', note: '' }));
  const dismissal: ReportDecision = { decision: 'dismissed', note: '', abusive: false };
  const removal: ReportDecision = { decision: 'removed', reason: 'rude', note: 'Not here.' };
  const settle = (id: ReportCaseId, decision: ReportDecision = dismissal, by = hannah) =>
    domain.perform(by, (work) => decideReport(work, markdown, id, decision));
  const mailsTo = ({ id }: MemberRow) =>
    domain.db('mails').where({ member_id: id }).orderBy('id').pluck('kind');
  const itemOf = (id: ReportCaseId) =>
    domain.db('queue_items').where({ kind: 'report', subject_id: id }).orderBy('id').first();

  it('joins the case of others, waits in the queue, and is told to each of them', async () => {
    const { answer, asker, helper } = await anAnsweredQuestion(domain.owner);
    const second = await aMember(domain.owner);
    const first = await report({ answer: answer.id });
    expect((await report({ answer: answer.id }, second)).id).to.equal(first.id);

    const item = await itemOf(first.id);
    expect(item).to.include({ state: 'waiting', risk: 4 });
    expect(item?.barred).to.have.members([helper.id, asker.id, reporter.id, second.id]);

    await settle(first.id);

    expect((await itemOf(first.id))?.state).to.equal('settled');
    for (const one of [reporter, second]) expect(await mailsTo(one)).to.include('report-decided');
    expect(await mailsTo(helper)).to.deep.equal([]);
  });

  it('is made once by each, not about oneself, and not about what is gone', async () => {
    const { answer, helper } = await anAnsweredQuestion(domain.owner);
    await report({ answer: answer.id });

    expect(await outcomeOf(report({ answer: answer.id }))).to.be.instanceOf(Conflict);
    expect(await outcomeOf(report({ answer: answer.id }, helper))).to.be.instanceOf(NotAllowed);
    expect(await outcomeOf(report({ profile: reporter.id }))).to.be.instanceOf(NotAllowed);
    expect(await outcomeOf(report({ answer: 999_999 as never }))).to.be.instanceOf(NotFound);
    await domain.perform(hannah, (work) =>
      removePost(work, { answer: answer.id }, { reason: 'rude', note: '' }),
    );
    expect(await outcomeOf(report({ answer: answer.id }))).to.be.instanceOf(Gone);
  });

  it('keeps the reward of an accepted answer until it is dismissed', async () => {
    const { answer } = await anAcceptedAnswer(domain);
    const { id } = await report({ answer: answer.id });

    await decide(marcus, answer, 'pass');
    expect((await lastReward(domain.db, answer)).state).to.equal('held');

    await settle(id);
    expect((await lastReward(domain.db, answer)).state).to.equal('released');
  });

  it('keeps the reward of an answer that is accepted while it is reported', async () => {
    const { asker, answer } = await anAnsweredQuestion(domain.owner);
    await report({ answer: answer.id });
    await domain.perform(asker, (work) => acceptAnswer(work, answer.id));

    await decide(marcus, answer, 'pass');

    expect((await lastReward(domain.db, answer)).state).to.equal('held');
  });

  it('that is upheld removes the post, and its reward is never paid out first', async () => {
    const { answer, helper } = await anAcceptedAnswer(domain);
    const { id } = await report({ answer: answer.id });
    await decide(marcus, answer, 'pass');

    await settle(id, removal);

    expect((await lastReward(domain.db, answer)).state).to.equal('voided');
    expect(await mailsTo(helper)).to.include('removed');
  });

  it('can end in a warning to whoever wrote it', async () => {
    const { answer, helper } = await anAnsweredQuestion(domain.owner);
    const { id } = await report({ answer: answer.id });

    await settle(id, { decision: 'warned', reason: 'rude', note: 'Be kind.' });

    expect(await domain.db('sanctions').where({ member_id: helper.id })).to.have.length(1);
    expect(await mailsTo(helper)).to.include('sanctioned');
  });

  it('can end in a mask over all that is personal, of which its author hears once', async () => {
    const { question } = await anAnsweredQuestion(domain.owner);
    const helper = await aMember(domain.owner, { level: 'helper' });
    const body = 'Ring 07700 900412 or write to una@example.com.';
    const answer = await domain.perform(helper, (work) =>
      postAnswer(work, markdown, { question: question.id, body }),
    );
    const { id } = await report({ answer: answer.id });

    await settle(id, { decision: 'masked', note: 'A private number.' });

    expect(await mailsTo(helper)).to.deep.equal(['masked', 'masked']);
    const byPerson = await domain.db('mails').where({ member_id: helper.id }).orderBy('id', 'desc');
    expect(byPerson[0]?.text_body).to.include('of a phone number and an email address.');
    expect(JSON.stringify(byPerson)).to.not.match(/900412|una@|report/);
  });

  it('ends when what it is about is removed in another way', async () => {
    const { answer } = await anAnsweredQuestion(domain.owner);
    const { id } = await report({ answer: answer.id });

    await domain.perform(marcus, (work) =>
      removePost(work, { answer: answer.id }, { reason: 'spam', note: '' }),
    );

    const ended = await domain.db('report_cases').where({ id }).first();
    expect(ended).to.include({ decision: 'removed', ground: 'spam', decided_by: null });
    expect(await mailsTo(reporter)).to.include('report-decided');
  });

  it('is not decided by who reported, asked or decided before, in the database either', async () => {
    const { answer } = await anAcceptedAnswer(domain);
    await decide(marcus, answer, 'pass');
    const { id } = await report({ answer: answer.id }, hannah);

    for (const one of [marcus, hannah]) {
      expect(await outcomeOf(settle(id, dismissal, one))).to.be.instanceOf(NotAllowed);
    }
    const forced = domain
      .owner('report_cases')
      .where({ id })
      .update({ decision: 'dismissed', decided_by: hannah.id, decided_at: domain.now() });
    expect(String(await outcomeOf(forced))).to.include('somebody else than who made it');
  });

  it('is decided by one of two who decide at the same moment, who is named to the other', async () => {
    const { answer } = await anAnsweredQuestion(domain.owner);
    const { id } = await report({ answer: answer.id });

    const outcomes = await Promise.all([
      outcomeOf(settle(id, removal, hannah)),
      outcomeOf(settle(id, dismissal, marcus)),
    ]);

    const refused = outcomes.filter((one) => one instanceof Conflict);
    expect(refused).to.have.length(1);
    expect(String(refused[0])).to.match(/(Hannah has removed|Marcus has left)/);
  });

  it('made while the audit passes either keeps the reward or comes after it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { answer } = await anAcceptedAnswer(domain);

      const outcomes = await Promise.all([
        outcomeOf(report({ answer: answer.id })),
        outcomeOf(decide(marcus, answer, 'pass')),
      ]);

      expect(outcomes.filter((one) => one instanceof Error)).to.deep.equal([]);
      const { state, cleared_because } = await lastReward(domain.db, answer);
      expect(cleared_because).to.equal('audit-passed');
      expect(['held', 'released']).to.include(state);
    }
  });
});
