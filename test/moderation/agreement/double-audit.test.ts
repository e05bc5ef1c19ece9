import { expect } from 'chai';

import { editAnswer } from '#src/forum/edit-answer.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { drawOf } from '#src/moderation/audits/draw-audit.ts';
import { readQueue } from '#src/moderation/queue/read-queue.ts';
import type { AuditId } from '#src/moderation/rows.ts';
import { Conflict } from '#src/refusals.ts';
import { aDomain } from '../../support/domain.ts';
import { aModerator } from '../../support/make.ts';
import { outcomeOf } from '../../support/outcome.ts';
import * as desk from '../desk.ts';

describe('An audit that two people judge', () => {
  const domain = aDomain({ connections: 8 });
  let hannah: MemberRow;
  let marcus: MemberRow;
  let nadia: MemberRow;
  before(async () => {
    await desk.judgeTwice(domain);
    hannah = await aModerator(domain.db, { name: 'Hannah' });
    marcus = await aModerator(domain.db, { name: 'Marcus' });
    nadia = await aModerator(domain.db, { name: 'Nadia' });
  });
  beforeEach(() => {
    domain.itIsNow('2026-01-15T12:00:00Z');
  });
  const as = (moderator: MemberRow) => desk.deskOf(domain, moderator);
  const stateOf = async (id: AuditId) => (await desk.theAudit(domain, id)).state;
  const verdictsOf = (id: AuditId) =>
    domain.db('verdicts').where({ audit_id: id, undone_at: null });
  const isListedFor = async (moderator: MemberRow, id: AuditId) => {
    const items = await readQueue(domain.db, moderator, { limit: 1_000, at: domain.now() });
    return items.some((item) => item.subject_id === id);
  };

  it('moves no money and writes to nobody after the first opinion', async () => {
    const { audit, helper, answer } = await desk.anAuditedAnswer(domain);

    const verdict = await as(hannah).judge(audit, desk.fail);

    expect(verdict).to.equal(undefined);
    expect(await stateOf(audit)).to.equal('waiting');
    expect(await desk.movesOf(domain, answer)).to.deep.equal(['reward.hold']);
    expect(await desk.verdictMailTo(domain, helper)).to.equal(undefined);
  });

  it('waits for everybody but whoever has judged it', async () => {
    const { audit } = await desk.anAuditedAnswer(domain);

    await as(hannah).judge(audit, desk.pass);

    expect(await isListedFor(hannah, audit)).to.equal(false);
    expect(await isListedFor(marcus, audit)).to.equal(true);
    const item = await domain.db('queue_items').where({ kind: 'audit', subject_id: audit }).first();
    expect(item).to.include({ state: 'waiting', claimed_by: null });
    expect(item?.barred).to.include(hannah.id).and.not.to.include(marcus.id);
  });

  it('is not judged twice by the same person', async () => {
    const { audit } = await desk.anAuditedAnswer(domain);
    await as(hannah).judge(audit, desk.pass);

    const again = await outcomeOf(as(hannah).judge(audit, desk.pass));

    expect(again).to.be.instanceOf(Conflict);
    expect(await stateOf(audit)).to.equal('waiting');
  });

  it('is decided when the second says the same, with the notes of both', async () => {
    const { audit, helper } = await desk.anAuditedAnswer(domain);
    await as(hannah).judge(audit, { ...desk.pass, note: 'Well explained.' });

    const verdict = await as(marcus).judge(audit, { ...desk.pass, note: 'Thank you.' });

    expect(verdict).to.include({ verdict: 'pass', note: 'Well explained.\n\nThank you.' });
    expect(await stateOf(audit)).to.equal('decided');
    expect(await desk.holdingsOf(domain, helper)).to.include({ available: 50n });
  });

  it('goes to a third where two differ, and keeps what all of them said', async () => {
    const { audit, helper } = await desk.anAuditedAnswer(domain);
    await as(hannah).judge(audit, { ...desk.pass, note: 'Fine.' });

    expect(await as(marcus).judge(audit, desk.fail)).to.equal(undefined);
    expect(await desk.holdingsOf(domain, helper)).to.include({ pending: 50n });
    const verdict = await as(nadia).judge(audit, { ...desk.fail, note: 'It costs £2.' });

    expect(verdict).to.include({ verdict: 'fail', moderator_id: nadia.id, note: 'It costs £2.' });
    expect(await desk.holdingsOf(domain, helper)).to.deep.equal({ pending: 0n, available: 0n });
    const said = await domain.db('audit_opinions').where({ audit_id: audit }).orderBy('id');
    expect(said.map((one) => one.verdict)).to.deep.equal(['pass', 'fail', 'fail']);
  });

  it('mends the text only once two people would mend it, as the second would', async () => {
    const { audit, answer } = await desk.anAuditedAnswer(domain);
    const body = async () => (await domain.db('answers').where({ id: answer.id }).first())?.body;

    await as(hannah).judge(audit, desk.fixTo('Switch it off twice.'));
    expect(await body()).to.equal(answer.body);
    const verdict = await as(marcus).judge(audit, desk.fixTo('Switch it off three times.'));

    expect(verdict).to.include({ verdict: 'fix' });
    expect(await body()).to.equal('Switch it off three times.');
    const live = await domain.db('audit_opinions').where({ audit_id: audit, undone_at: null });
    expect(live).to.have.length(2);
  });

  it('begins anew when the answer is edited between two opinions', async () => {
    const { audit, answer, helper } = await desk.anAuditedAnswer(domain);
    await as(hannah).judge(audit, desk.pass);
    await domain.perform(helper, (work) =>
      editAnswer(work, desk.markdown, {
        ...{ answer: answer.id, body: 'Quite another answer.', reason: '', version: 1 },
      }),
    );

    const second = await as(marcus).judge(audit, { ...desk.pass, version: 2 });
    expect(second, 'the only opinion of this text').to.equal(undefined);
    expect(await isListedFor(hannah, audit)).to.equal(true);
    const third = await as(hannah).judge(audit, { ...desk.pass, version: 2 });

    expect(third).to.include({ verdict: 'pass', answer_version: 2 });
  });

  it('lets somebody take back their own opinion for thirty seconds', async () => {
    const { audit } = await desk.anAuditedAnswer(domain);
    await as(hannah).judge(audit, desk.fail);
    domain.itIsNow('2026-01-15T12:00:30Z');

    await as(hannah).undo(audit);

    expect(await isListedFor(hannah, audit)).to.equal(true);
    await as(hannah).judge(audit, desk.pass);
    domain.itIsNow('2026-01-15T12:01:01Z');
    expect(await outcomeOf(as(hannah).undo(audit))).to.be.instanceOf(Conflict);
  });

  it('takes back with a verdict the opinion that completed it, and no other', async () => {
    const { audit, helper } = await desk.anAuditedAnswer(domain);
    await as(hannah).judge(audit, desk.pass);
    await as(marcus).judge(audit, desk.pass);

    expect(await outcomeOf(as(hannah).undo(audit))).to.be.instanceOf(Conflict);
    await as(marcus).undo(audit);

    expect(await desk.holdingsOf(domain, helper)).to.deep.equal({ pending: 50n, available: 0n });
    expect(await isListedFor(hannah, audit)).to.equal(false);
    expect(await isListedFor(marcus, audit)).to.equal(true);
    expect(await as(marcus).judge(audit, desk.pass)).to.include({ verdict: 'pass' });
  });

  it('has one verdict when several judge it at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { audit, answer } = await desk.anAuditedAnswer(domain);

      const outcomes = await Promise.all(
        [hannah, marcus, nadia].map((one) => outcomeOf(as(one).judge(audit, desk.pass))),
      );

      expect(await verdictsOf(audit)).to.have.length(1);
      expect(outcomes.filter((one) => one instanceof Conflict)).to.have.length(1);
      expect(await desk.movesOf(domain, answer)).to.deep.equal(['reward.hold', 'reward.release']);
    }
  });

  it('has one verdict when the second opinions contradict each other at the same moment', async () => {
    const { audit, answer } = await desk.anAuditedAnswer(domain);
    await as(hannah).judge(audit, desk.pass);

    await Promise.all([
      outcomeOf(as(marcus).judge(audit, desk.pass)),
      outcomeOf(as(nadia).judge(audit, desk.fail)),
    ]);

    expect(await verdictsOf(audit)).to.have.length(1);
    expect(await desk.movesOf(domain, answer)).to.have.length(2);
  });

  it('is drawn by a hash of the seed and the audit, in the share that was set', async () => {
    await desk.judgeTwice(domain, 40);
    const audits = [];
    for (let round = 0; round < 12; round += 1) {
      const { audit } = await desk.anAuditedAnswer(domain);
      audits.push(await desk.theAudit(domain, audit));
    }

    for (const { id, opinions_wanted } of audits) {
      const drawn = drawOf('a seed for tests:double', id) < 40;
      expect(opinions_wanted, String(id)).to.equal(drawn ? 2 : 1);
    }
    expect(new Set(audits.map(({ opinions_wanted: wanted }) => wanted))).to.deep.equal(
      new Set([1, 2]),
    );
  });
});
