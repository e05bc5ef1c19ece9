import { expect } from 'chai';

import { acceptAnswer } from '#src/forum/accept-answer.ts';
import type { AcceptanceId, AnswerRow } from '#src/forum/rows.ts';
import { withdrawAcceptanceOf } from '#src/forum/withdraw-acceptance.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { aDomain } from '../../support/domain.ts';
import { aModerator, anAnsweredQuestion } from '../../support/make.ts';
import * as desk from '../desk.ts';

describe('An acceptance that looks suspicious', () => {
  const domain = aDomain();
  let hannah: MemberRow;
  before(async () => (hannah = await aModerator(domain.db)));
  const flag = (acceptanceId: AcceptanceId, score: number, reasons = ['reciprocal']) =>
    domain.perform('system', (work) =>
      work.record('acceptance flagged', { acceptanceId, score, reasons }),
    );
  const auditsOf = (acceptance_id: AcceptanceId) =>
    domain.db('audits').where({ acceptance_id }).orderBy('id');
  const acceptanceOf = async ({ id }: AnswerRow) =>
    (await domain.db('acceptances').where({ answer_id: id }).first())?.id as AcceptanceId;
  const itemOf = (subject_id: number) =>
    domain.db('queue_items').where({ kind: 'audit', subject_id }).first();

  it('is audited although it was not drawn, and its reward waits for that', async () => {
    const { asker, helper, answer } = await anAnsweredQuestion(domain.db);
    await domain.db('members').where({ id: helper.id }).update({ role: 'finance' });
    await domain.perform(asker, (work) => acceptAnswer(work, answer.id));
    const acceptance = await acceptanceOf(answer);
    expect(await auditsOf(acceptance)).to.deep.equal([]);

    await flag(acceptance, 70, ['reciprocal', 'burst']);

    const [audit] = await auditsOf(acceptance);
    expect(audit).to.include({ because: 'flagged', state: 'waiting', flag_score: 70 });
    const item = await itemOf(audit?.id ?? 0);
    expect(item).to.include({ risk: 4 });
    expect(item?.reasons).to.deep.equal(['flagged', 'reciprocal', 'burst']);
  });

  it('comes first where it waits already, and keeps why it was drawn', async () => {
    const { audit, answer } = await desk.anAuditedAnswer(domain);

    await flag(await acceptanceOf(answer), 40);

    const item = await itemOf(audit);
    expect(item).to.include({ risk: 4 });
    expect(item?.reasons.slice(0, 3)).to.deep.equal(['flagged', 'reciprocal', 'first-five']);
    expect(await desk.theAudit(domain, audit)).to.include({ because: 'first-five' });
  });

  it('is judged again after a verdict, unless it was judged as suspicious as that', async () => {
    const { audit, answer } = await desk.anAuditedAnswer(domain);
    await desk.deskOf(domain, hannah).decide(audit, desk.pass);
    const acceptance = await acceptanceOf(answer);

    await flag(acceptance, 40);
    const [, again] = await auditsOf(acceptance);
    await desk.deskOf(domain, hannah).decide(again?.id ?? audit, desk.pass);
    await flag(acceptance, 40);
    expect(await auditsOf(acceptance)).to.have.length(2);
    await flag(acceptance, 41);

    expect(await auditsOf(acceptance)).to.have.length(3);
  });

  it('is left alone once it is withdrawn', async () => {
    const { asker, answer } = await desk.anAuditedAnswer(domain);
    const acceptance = await acceptanceOf(answer);
    await domain.perform(asker, (work) => withdrawAcceptanceOf(work, answer.id));

    await flag(acceptance, 90);

    expect(await auditsOf(acceptance)).to.have.length(1);
  });
});
