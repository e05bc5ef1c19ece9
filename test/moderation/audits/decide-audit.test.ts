import { expect } from 'chai';

import { editAnswer } from '#src/forum/edit-answer.ts';
import { withdrawAcceptanceOf } from '#src/forum/withdraw-acceptance.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { decideAudit } from '#src/moderation/audits/decide-audit.ts';
import { listActs } from '#src/moderation/log.ts';
import { EditedMeanwhile } from '#src/moderation/audits/refuse-decision.ts';
import { removePost } from '#src/moderation/posts/remove-post.ts';
import type { AuditId } from '#src/moderation/rows.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#src/refusals.ts';
import { aDomain } from '../../support/domain.ts';
import { aFinancePerson, aModerator } from '../../support/make.ts';
import { outcomeOf } from '../../support/outcome.ts';
import * as desk from '../desk.ts';

describe('Deciding an audit', () => {
  const domain = aDomain();
  let hannah: MemberRow;
  let marcus: MemberRow;
  before(async () => {
    hannah = await aModerator(domain.db, { name: 'Hannah' });
    marcus = await aModerator(domain.db, { name: 'Marcus' });
  });
  beforeEach(() => {
    domain.itIsNow('2026-01-15T12:00:00Z');
  });
  const decideAs = (moderator: MemberRow) => desk.deskOf(domain, moderator).decide;
  const stateOf = async (id: AuditId) =>
    (await domain.db('audits').where({ id }).first('state'))?.state;

  it('releases the held reward with a pass', async () => {
    const { audit, helper, answer } = await desk.anAuditedAnswer(domain);

    await decideAs(hannah)(audit, desk.pass);

    expect(await desk.holdingsOf(domain, helper)).to.deep.equal({ pending: 0n, available: 50n });
    expect(await desk.movesOf(domain, answer)).to.deep.equal(['reward.hold', 'reward.release']);
    expect(await stateOf(audit)).to.equal('decided');
  });

  it('leaves neither a verdict nor a movement when its transaction fails', async () => {
    const { audit, helper, answer } = await desk.anAuditedAnswer(domain);

    const outcome = await outcomeOf(
      domain.perform(hannah, async (work) => {
        await decideAudit(work, desk.markdown, audit, desk.pass);
        throw new Error('The power went');
      }),
    );

    expect(outcome).to.be.an('error').with.property('message', 'The power went');
    expect(await stateOf(audit)).to.equal('waiting');
    expect(await desk.holdingsOf(domain, helper)).to.deep.equal({ pending: 50n, available: 0n });
    expect(await desk.movesOf(domain, answer)).to.deep.equal(['reward.hold']);
  });

  it('mends the text with a fix, and pays all the same', async () => {
    const { audit, helper, answer } = await desk.anAuditedAnswer(domain);

    await decideAs(hannah)(audit, desk.fixTo('The day pass costs £2.50.'));

    const mended = await domain.db('answers').where({ id: answer.id }).first();
    expect(mended).to.include({ body: 'The day pass costs £2.50.', version: 2 });
    expect(await desk.holdingsOf(domain, helper)).to.include({ available: 50n });
  });

  it('refuses a fix that changes nothing', async () => {
    const { audit, answer } = await desk.anAuditedAnswer(domain);

    const outcome = await outcomeOf(decideAs(hannah)(audit, desk.fixTo(` ${answer.body}\n`)));

    expect(outcome).to.be.instanceOf(Invalid).with.nested.property('fields.body');
    expect(await stateOf(audit)).to.equal('waiting');
  });

  it('gives a held reward back with a fail', async () => {
    const { audit, helper, answer } = await desk.anAuditedAnswer(domain);

    await decideAs(hannah)(audit, desk.fail);

    expect(await desk.holdingsOf(domain, helper)).to.deep.equal({ pending: 0n, available: 0n });
    expect(await desk.movesOf(domain, answer)).to.deep.equal(['reward.hold', 'reward.void']);
  });

  it('claws a released reward back with a fail', async () => {
    const { audit, helper, answer } = await desk.aReleasedAnswer(domain, marcus);

    await decideAs(hannah)(audit, desk.fail);

    expect(await desk.holdingsOf(domain, helper)).to.deep.equal({ pending: 0n, available: 0n });
    expect(await desk.movesOf(domain, answer)).to.deep.equal([
      ...['reward.hold', 'reward.release', 'reward.clawback'],
    ]);
  });

  it('moves nothing when a reward that was released passes again', async () => {
    const { audit, helper, answer } = await desk.aReleasedAnswer(domain, marcus);

    await decideAs(hannah)(audit, desk.pass);

    expect(await desk.holdingsOf(domain, helper)).to.include({ available: 50n });
    expect(await desk.movesOf(domain, answer)).to.have.length(2);
  });

  it('is for moderators', async () => {
    const { audit, asker } = await desk.anAuditedAnswer(domain);
    const finance = await aFinancePerson(domain.db);

    for (const actor of [asker, finance]) {
      expect(await outcomeOf(decideAs(actor)(audit, desk.pass))).to.be.instanceOf(NotAllowed);
    }
  });

  it('is not for whoever wrote, asked for or accepted the answer', async () => {
    for (const part of ['author_id', 'asker_id', 'accepted_by'] as const) {
      const { audit, helper } = await desk.anAuditedAnswer(domain);
      const { acceptance_id: id } = await desk.theAudit(domain, audit);
      await domain
        .owner('acceptances')
        .where({ id })
        .update({ [part]: hannah.id });

      const outcome = await outcomeOf(decideAs(hannah)(audit, desk.pass));

      expect(outcome, part).to.be.instanceOf(NotAllowed);
      expect(await desk.holdingsOf(domain, helper), part).to.include({ available: 0n });
    }
  });

  it('refuses a version that was edited meanwhile, with both texts', async () => {
    const { audit, helper, answer } = await desk.anAuditedAnswer(domain);
    await domain.perform(helper, (work) =>
      editAnswer(work, desk.markdown, {
        ...{ answer: answer.id, body: 'Quite another text', reason: '', version: 1 },
      }),
    );

    const outcome = await outcomeOf(decideAs(hannah)(audit, desk.pass));

    expect(outcome)
      .to.be.instanceOf(EditedMeanwhile)
      .and.to.include({
        message: `${helper.name} edited this while you were reading. Here’s what changed.`,
        read: answer.body,
        now: 'Quite another text',
      });
    expect(await stateOf(audit)).to.equal('waiting');
  });

  it('refuses what a colleague has decided, and says who and how', async () => {
    const { audit, helper } = await desk.anAuditedAnswer(domain);
    await decideAs(marcus)(audit, desk.fail);

    const outcome = await outcomeOf(decideAs(hannah)(audit, desk.pass));

    expect(outcome)
      .to.be.instanceOf(Conflict)
      .and.to.include({ message: 'Marcus has already failed this answer.' });
    expect(await desk.holdingsOf(domain, helper)).to.deep.equal({ pending: 0n, available: 0n });
  });

  it('happens once when two moderators reach for the same answer', async () => {
    const { audit, helper, answer } = await desk.anAuditedAnswer(domain);

    const outcomes = await Promise.all([
      outcomeOf(decideAs(hannah)(audit, desk.pass)),
      outcomeOf(decideAs(marcus)(audit, desk.fail)),
    ]);

    expect(outcomes.filter((outcome) => outcome instanceof Conflict)).to.have.length(1);
    expect(await desk.movesOf(domain, answer)).to.have.length(2);
    expect(await desk.holdingsOf(domain, helper)).to.include({ pending: 0n });
  });

  it('refuses an answer whose acceptance was withdrawn', async () => {
    const { audit, asker, answer } = await desk.anAuditedAnswer(domain);
    await domain.perform(asker, (work) => withdrawAcceptanceOf(work, answer.id));

    const outcome = await outcomeOf(decideAs(hannah)(audit, desk.pass));

    expect(await stateOf(audit)).to.equal('cancelled');
    expect(outcome).to.be.instanceOf(Conflict).with.property('message').that.includes('withdrawn');
  });

  it('answers 404 for an audit that does not exist', async () => {
    const outcome = await outcomeOf(decideAs(hannah)(2_000_000_000 as AuditId, desk.pass));

    expect(outcome).to.be.instanceOf(NotFound);
  });

  it('takes a released reward back when the answer is removed after it passed', async () => {
    const { audit, helper, answer } = await desk.anAuditedAnswer(domain);
    await decideAs(hannah)(audit, desk.pass);

    await domain.perform(hannah, (work) =>
      removePost(work, { answer: answer.id }, { reason: 'unsafe', note: '' }),
    );

    expect(await desk.holdingsOf(domain, helper)).to.deep.equal({ pending: 0n, available: 0n });
    expect(await desk.movesOf(domain, answer)).to.deep.equal([
      ...['reward.hold', 'reward.release', 'reward.clawback'],
    ]);
  });

  it('writes itself down in the log, with its reason and note', async () => {
    const { audit, answer } = await desk.anAuditedAnswer(domain);

    await decideAs(hannah)(audit, { ...desk.fail, note: 'The price went up.' });

    const [act] = await listActs(domain.db, `answer:${String(answer.id)}`);
    expect(act).to.include({
      ...{ act: 'verdict-fail', actor: 'Hannah', reason: 'wrong', note: 'The price went up.' },
    });
  });

  it('leaves the mail to the author until it can no longer be undone', async () => {
    const { audit, helper } = await desk.anAuditedAnswer(domain);

    await decideAs(hannah)(audit, { ...desk.fail, note: 'The price went up.' });

    const mail = await desk.verdictMailTo(domain, helper);
    expect(mail?.send_after).to.deep.equal(new Date('2026-01-15T12:00:30Z'));
    expect(mail?.text_body).to.include('The price went up.');
  });
});
