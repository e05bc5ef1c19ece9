import { expect } from 'chai';

import { withdrawAcceptanceOf } from '#src/forum/withdraw-acceptance.ts';
import type { MemberRow } from '#src/members/rows.ts';
import type { Decision } from '#src/moderation/audits/decide-audit.ts';
import type { AuditId } from '#src/moderation/rows.ts';
import { Conflict, NotAllowed } from '#src/refusals.ts';
import { findReward } from '#src/rewards/rewards.ts';
import { aDomain } from '../../support/domain.ts';
import { aModerator } from '../../support/make.ts';
import { outcomeOf } from '../../support/outcome.ts';
import * as desk from '../desk.ts';

describe('Undoing a verdict', () => {
  const domain = aDomain();
  let hannah: MemberRow;
  let marcus: MemberRow;
  before(async () => {
    hannah = await aModerator(domain.db);
    marcus = await aModerator(domain.db);
  });
  beforeEach(() => {
    domain.itIsNow('2026-01-15T12:00:00Z');
  });
  const decide = (id: AuditId, decision: Decision) =>
    desk.deskOf(domain, hannah).decide(id, decision);
  const undo = (id: AuditId) => desk.deskOf(domain, hannah).undo(id);

  it('puts what was released back where it waits, by a contra transfer', async () => {
    const { audit, helper, answer } = await desk.anAuditedAnswer(domain);
    await decide(audit, desk.pass);
    domain.itIsNow('2026-01-15T12:00:30Z');

    await undo(audit);

    expect(await desk.holdingsOf(domain, helper)).to.deep.equal({ pending: 50n, available: 0n });
    expect(await desk.movesOf(domain, answer)).to.deep.equal([
      ...['reward.hold', 'reward.release', 'reversal'],
    ]);
    expect(await desk.theAudit(domain, audit)).to.include({ state: 'waiting' });
  });

  it('puts what was voided back where it waits', async () => {
    const { audit, helper, answer } = await desk.anAuditedAnswer(domain);
    await decide(audit, desk.fail);

    await undo(audit);

    expect(await desk.holdingsOf(domain, helper)).to.deep.equal({ pending: 50n, available: 0n });
    expect(await desk.movesOf(domain, answer)).to.deep.equal([
      ...['reward.hold', 'reward.void', 'reversal'],
    ]);
  });

  it('gives back what was clawed back', async () => {
    const { audit, helper } = await desk.aReleasedAnswer(domain, marcus);
    await decide(audit, desk.fail);

    await undo(audit);

    expect(await desk.holdingsOf(domain, helper)).to.deep.equal({ pending: 0n, available: 50n });
    const reward = await findReward(domain.db, (await desk.theAudit(domain, audit)).acceptance_id);
    expect(reward).to.include({ state: 'released', turn: 1 });
  });

  it('moves nothing where the verdict had moved nothing', async () => {
    const { audit, helper, answer } = await desk.aReleasedAnswer(domain, marcus);
    domain.itIsNow('2026-01-15T12:01:00Z');
    await decide(audit, desk.pass);

    await undo(audit);

    expect(await desk.holdingsOf(domain, helper)).to.deep.equal({ pending: 0n, available: 50n });
    expect(await desk.movesOf(domain, answer)).to.deep.equal(['reward.hold', 'reward.release']);
  });

  it('lets the audit be decided again, as often as it takes', async () => {
    const { audit, helper, answer } = await desk.anAuditedAnswer(domain);
    for (const decision of [desk.pass, desk.fail, desk.fail, desk.pass]) {
      await decide(audit, decision);
      await undo(audit);
    }

    await decide(audit, desk.pass);

    expect(await desk.holdingsOf(domain, helper)).to.deep.equal({ pending: 0n, available: 50n });
    expect((await desk.movesOf(domain, answer)).at(-1)).to.equal('reward.release');
  });

  it('keeps a mended text, with both versions in its history', async () => {
    const { audit, answer } = await desk.anAuditedAnswer(domain);
    await decide(audit, desk.fixTo('The day pass costs £2.50.'));

    await undo(audit);

    const now = await domain.db('answers').where({ id: answer.id }).first();
    expect(now).to.include({ body: 'The day pass costs £2.50.', version: 2 });
    const again = await decide(audit, { ...desk.pass, version: 2 });
    expect(again.verdict).to.equal('pass');
  });

  it('is too late after thirty seconds', async () => {
    const { audit, helper } = await desk.anAuditedAnswer(domain);
    await decide(audit, desk.pass);
    domain.itIsNow('2026-01-15T12:00:30.001Z');

    const outcome = await outcomeOf(undo(audit));

    expect(outcome).to.be.instanceOf(Conflict).with.property('message').that.includes('too late');
    expect(await desk.holdingsOf(domain, helper)).to.include({ available: 50n });
  });

  it('is only for whoever decided', async () => {
    const { audit, helper } = await desk.anAuditedAnswer(domain);
    await decide(audit, desk.pass);

    const outcome = await outcomeOf(desk.deskOf(domain, marcus).undo(audit));

    expect(outcome).to.be.instanceOf(NotAllowed);
    expect(await desk.holdingsOf(domain, helper)).to.include({ available: 50n });
  });

  it('happens once', async () => {
    const { audit, helper } = await desk.anAuditedAnswer(domain);
    await decide(audit, desk.pass);

    const outcomes = await Promise.all([outcomeOf(undo(audit)), outcomeOf(undo(audit))]);

    expect(outcomes.filter((outcome) => outcome instanceof Conflict)).to.have.length(1);
    expect(await desk.holdingsOf(domain, helper)).to.deep.equal({ pending: 50n, available: 0n });
  });

  it('is refused once the asker has withdrawn the acceptance', async () => {
    const { audit, asker, helper, answer } = await desk.anAuditedAnswer(domain);
    await decide(audit, desk.pass);
    await domain.perform(asker, (work) => withdrawAcceptanceOf(work, answer.id));

    const outcome = await outcomeOf(undo(audit));

    expect(outcome).to.be.instanceOf(Conflict);
    expect(await desk.holdingsOf(domain, helper)).to.deep.equal({ pending: 0n, available: 0n });
  });

  it('takes the mail to the author back before it is sent', async () => {
    const { audit, helper } = await desk.anAuditedAnswer(domain);
    await decide(audit, desk.fail);

    await undo(audit);

    const mail = await desk.verdictMailTo(domain, helper);
    expect(mail).to.deep.include({ sent_at: null, cancelled_at: domain.now() });
  });
});
