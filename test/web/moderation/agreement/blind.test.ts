import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import type { AuditId } from '#src/moderation/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aModerator } from '#test/support/make.ts';
import * as desk from '../../../moderation/desk.ts';

describe('The desk of an audit that two people judge', () => {
  const community = aCommunity();
  let hannah: MemberRow;
  let marcus: MemberRow;
  before(() => desk.judgeTwice(community));
  beforeEach(async () => {
    community.itIsNow('2026-01-15T12:00:00Z');
    await community.owner('audits').where({ state: 'waiting' }).update({ state: 'cancelled' });
    await community.owner('queue_items').delete();
    hannah = await aModerator(community.owner);
    marcus = await aModerator(community.owner);
  });
  const pageOf = (id: AuditId) => `/staff/audits/${String(id)}`;
  const decide = (id: AuditId, fields: Record<string, string>, by = hannah) =>
    community
      .visit(by)
      .post(`${pageOf(id)}/verdict`)
      .type('form')
      .send({ version: '1', ...fields });

  it('tells whoever judged it first that a colleague checks it too', async () => {
    const { audit, question } = await desk.anAuditedAnswer(community);

    const { status } = await decide(audit, { verdict: 'pass' });
    const { text } = await community.visit(hannah).get(pageOf(audit));

    const told = `Your opinion on “${question.title}” is recorded; a colleague checks this one too.`;
    expect(status).to.equal(303);
    expect(text)
      .to.include(told)
      .and.to.include(`${pageOf(audit)}/undo`);
    expect(text).not.to.include('id="decide"');
  });

  it('shows the second person the very page that was there before the first', async () => {
    const { audit } = await desk.anAuditedAnswer(community);
    const draw = async () => (await community.visit(marcus).get(pageOf(audit))).text;
    const before = await draw();

    await decide(audit, { reason: 'wrong', note: 'canary-4711' });

    expect(before).to.include('id="decide"');
    expect(await draw()).to.equal(before);
  });

  it('shows the first opinion to nobody, on no page, before there is a verdict', async () => {
    const { audit, answer, question, helper, asker } = await desk.anAuditedAnswer(community);
    await decide(audit, { reason: 'gaming', note: 'canary-4711' });

    const pages = [pageOf(audit), '/staff/audits', `/a/${String(answer.id)}/history`, '/wallet'];
    const thread = `/q/${String(question.id)}/${question.slug}`;
    for (const somebody of [marcus, helper, asker]) {
      for (const address of [...pages, thread, `/u/${hannah.name}`, '/decisions']) {
        const { text } = await community.visit(somebody).get(address);
        expect(text, address).not.to.match(/canary-4711|judged it alone/);
      }
    }
    expect((await community.visit(marcus).get(thread)).text).not.to.include('Gaming rewards');
  });

  it('shows what each of them said once it is decided, and the notes to the author', async () => {
    const { audit, helper, question } = await desk.anAuditedAnswer(community);
    await decide(audit, { reason: 'wrong', note: 'canary-4711' });
    await decide(audit, { reason: 'wrong' }, marcus);

    const { text } = await community.visit(marcus).get(pageOf(audit));
    const thread = `/q/${String(question.id)}/${question.slug}`;

    expect(text).to.include(`${hannah.name} judged it alone: a fail: wrong or out of date`);
    expect(text).to.include(`${marcus.name} judged it alone: a fail: wrong or out of date`);
    expect((await community.visit(helper).get(thread)).text).to.include('canary-4711');
  });

  it('takes the same decision once, however often the button is pressed', async () => {
    const { audit } = await desk.anAuditedAnswer(community);

    const first = await decide(audit, { verdict: 'pass' });
    const second = await decide(audit, { verdict: 'pass' });

    expect([first.status, second.status]).to.deep.equal([303, 409]);
    expect(second.text).to.include('Your opinion is recorded; a colleague checks this one too.');
  });
});
