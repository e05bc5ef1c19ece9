import { expect } from 'chai';

import { editAnswer } from '#src/forum/edit-answer.ts';
import type { AnswerRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { readShowing } from '#src/moderation/agreement/known-items/read-showing.ts';
import type { AuditId } from '#src/moderation/rows.ts';
import type { NewNearCopyRow } from '#src/trust/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aModerator, anAnswer, aQuestion } from '#test/support/make.ts';
import * as desk from '../../moderation/desk.ts';

describe('An answer that repeats an earlier one, at the desk', () => {
  const community = aCommunity();
  let hannah: MemberRow;
  let first: MemberRow;
  beforeEach(async () => {
    community.itIsNow('2026-01-15T12:00:00Z');
    hannah = await aModerator(community.owner);
    first = await aMember(community.owner);
  });
  const pageOf = async (id: AuditId) =>
    (await community.visit(hannah).get(`/staff/audits/${String(id)}`)).text;
  const checksOf = (page: string) =>
    (/id="checks"[\s\S]*?<\/section>/.exec(page)?.[0] ?? '').replaceAll(/\s+/g, ' ');

  const anEarlier = async (author: MemberRow, body: string) => {
    const question = await aQuestion(community.owner, { title: 'Which zone is Norway in?' });
    return anAnswer(community.owner, { question_id: question.id, author_id: author.id, body });
  };
  const repeats = (answer: AnswerRow, source: AnswerRow, found: Partial<NewNearCopyRow> = {}) =>
    community.owner('near_copies').insert({
      ...{ answer_id: answer.id, source_answer_id: source.id, kind: 'near', own: false },
      ...{ similarity: 73, version: 1, source_version: 1, found_at: answer.answered_at, ...found },
    });

  it('shows whose it is, how much is the same, where it stands and what differs', async () => {
    const { audit, answer } = await desk.anAuditedAnswer(community);
    const source = await anEarlier(first, `${answer.body} In winter only.`);
    await repeats(answer, source);

    const page = await pageOf(audit);

    const checks = checksOf(page);
    expect(checks).to.include(`73 % of it stands in an earlier answer by ${first.name}`);
    expect(checks).to.match(
      new RegExp(`href="/q/\\d+/[\\w-]+#a-${String(source.id)}">Which zone is Norway in\\?`),
    );
    expect(checks).to.match(/<details class="disc"><summary>What differs.*<del>\s*In winter only/);
    expect(page).to.include('1 thing to look at').and.not.include('act-btn go');
  });

  it('has a line for each source, other people’s first', async () => {
    const { audit, answer, helper } = await desk.anAuditedAnswer(community);
    await repeats(answer, await anEarlier(helper, 'Mine.'), { own: true, similarity: 90 });
    await repeats(answer, await anEarlier(first, 'Theirs.'), { kind: 'exact', similarity: 100 });

    const checks = checksOf(await pageOf(audit));

    const theirs = checks.indexOf(`word for word the same as an earlier answer by ${first.name}`);
    const own = checks.indexOf(`90 % of it stands in an earlier answer of ${helper.name}’s own`);
    expect(theirs).to.be.above(-1);
    expect(own).to.be.above(theirs);
  });

  it('hides whose it is where names are hidden and it is the author’s own', async () => {
    const { audit, answer, helper } = await desk.anAuditedAnswer(community);
    await repeats(answer, await anEarlier(helper, 'Mine.'), { own: true });
    await repeats(answer, await anEarlier(first, 'Theirs.'));
    await community.visit(hannah).post('/settings/keyboard/blind').type('form').send({ on: '1' });

    const page = await pageOf(audit);

    expect(page).to.include('an earlier answer by the same author');
    expect(page).to.include(`an earlier answer by ${first.name}`);
    expect(page).to.not.include(helper.name);
  });

  it('is not held against it once it is mended, or the earlier one is gone', async () => {
    const { audit, answer } = await desk.anAuditedAnswer(community);
    await repeats(answer, await anEarlier(first, 'Mended.'), { gone_at: community.now() });
    const removed = await anEarlier(first, 'Removed.');
    await repeats(answer, removed);
    await community
      .owner('answers')
      .where({ id: removed.id })
      .update({ removed_at: community.now() });

    const checks = checksOf(await pageOf(audit));

    expect(checks).to.include('Repeats no earlier answer').and.not.include(first.name);
  });

  it('is a known item as it was when it was judged, whatever was mended since', async () => {
    const { audit, answer, helper } = await desk.anAuditedAnswer(community);
    const source = await anEarlier(first, answer.body);
    await repeats(answer, source);
    await desk.deskOf(community, hannah).decide(audit, desk.pass);
    community.itIsNow('2026-01-16T12:00:00Z');
    const edit = { answer: answer.id, body: 'In my own words.', reason: '', version: 1 };
    await community.perform(helper, (work) => editAnswer(work, desk.markdown, edit));
    await repeats(answer, await anEarlier(hannah, 'Later.'), { found_at: community.now() });

    const known = { audit_id: audit, verdict: 'pass', why: '' } as const;
    const showing = { id: 1 as AuditId, known, answered_at: null };
    const item = await readShowing(community.db, desk.markdown, showing as never, community.now());

    expect(item.copies.map((copy) => copy.source.id)).to.deep.equal([source.id]);
  });
});
