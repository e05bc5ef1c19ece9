import { expect } from 'chai';

import { withdrawAcceptanceOf } from '#src/forum/withdraw-acceptance.ts';
import { openItem, settleItem } from '#src/moderation/queue/items.ts';
import type { AuditId } from '#src/moderation/rows.ts';
import { aDomain } from '#test/support/domain.ts';
import { aModerator } from '#test/support/make.ts';
import { anAuditedAnswer, deskOf, pass } from '../desk.ts';

describe('What waits in the queue', () => {
  const domain = aDomain();
  const itemOf = async (kind: 'audit' | 'report', subject_id: number) =>
    domain.db('queue_items').where({ kind, subject_id }).orderBy('id', 'desc').first();
  const stateOf = async (id: AuditId) => (await itemOf('audit', id))?.state;

  it('is every audit that waits, with its reasons and without those who have a part in it', async () => {
    const { audit, asker, helper, question, answer } = await anAuditedAnswer(domain);

    const item = await itemOf('audit', audit);

    expect(item).to.include({ state: 'waiting', question_id: question.id, answer_id: answer.id });
    expect(item?.reasons[0]).to.equal('first-five');
    expect(item?.barred).to.have.members([asker.id, helper.id]);
  });

  it('goes when it is decided, and comes back with its age when that is undone', async () => {
    const { audit } = await anAuditedAnswer(domain);
    const opened = (await itemOf('audit', audit))?.opened_at;
    const desk = deskOf(domain, await aModerator(domain.owner));

    await desk.decide(audit, pass);
    expect(await stateOf(audit)).to.equal('settled');

    await desk.undo(audit);
    expect(await stateOf(audit)).to.equal('waiting');
    expect((await itemOf('audit', audit))?.opened_at).to.deep.equal(opened);
  });

  it('goes with the acceptance', async () => {
    const { audit, asker, answer } = await anAuditedAnswer(domain);

    await domain.perform(asker, (work) => withdrawAcceptanceOf(work, answer.id));

    expect(await stateOf(audit)).to.equal('settled');
  });

  it('is there once, and is weighed anew', async () => {
    const item = { kind: 'report', subject_id: 1, reasons: ['spam'], barred: [] } as const;

    await domain.perform('system', (work) => openItem(work, { ...item, risk: 2 }));
    const before = await itemOf('report', 1);
    await domain.perform('system', (work) => openItem(work, { ...item, risk: 5 }));

    const after = await itemOf('report', 1);
    expect(after).to.include({ id: before?.id, risk: 5 });
    expect(after?.due_at).to.be.below(before?.due_at ?? new Date(0));
  });

  it('can be settled twice', async () => {
    const subject = { kind: 'report', subject_id: 2 } as const;
    await domain.perform('system', (work) =>
      openItem(work, { ...subject, risk: 1, reasons: ['spam'], barred: [] }),
    );

    await domain.perform('system', (work) => settleItem(work, subject));
    await domain.perform('system', (work) => settleItem(work, subject));

    expect((await itemOf('report', 2))?.state).to.equal('settled');
  });
});
