import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { claimItem } from '#src/moderation/queue/claim-item.ts';
import { openItem, type Subject } from '#src/moderation/queue/items.ts';
import type { AuditId } from '#src/moderation/rows.ts';
import { Conflict, NotAllowed, NotFound } from '#src/refusals.ts';
import { aDomain } from '../../support/domain.ts';
import { aMember, aModerator } from '../../support/make.ts';
import { outcomeOf } from '../../support/outcome.ts';
import * as desk from '../desk.ts';

describe('Claiming what waits', () => {
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
  const claim = (moderator: MemberRow, subject: Subject) =>
    outcomeOf(domain.perform(moderator, (work) => claimItem(work, subject)));
  const itemOf = ({ kind, subject_id }: Subject) =>
    domain.db('queue_items').where({ kind, subject_id }).first();
  const theAudit = (subject_id: AuditId): Subject => ({ kind: 'audit', subject_id });
  const anAudit = async () => theAudit((await desk.anAuditedAnswer(domain)).audit);

  it('keeps it from colleagues for five minutes', async () => {
    const audit = await anAudit();
    await claim(hannah, audit);

    domain.itIsNow('2026-01-15T12:04:59Z');
    expect(await claim(marcus, audit)).to.be.instanceOf(Conflict);

    domain.itIsNow('2026-01-15T12:05:00Z');
    expect(await claim(marcus, audit)).to.equal(undefined);
  });

  it('can be said again by whoever has it', async () => {
    const audit = await anAudit();
    await claim(hannah, audit);
    domain.itIsNow('2026-01-15T12:03:00Z');

    await claim(hannah, audit);

    const item = await itemOf(audit);
    expect(item?.claimed_by).to.equal(hannah.id);
    expect(item?.claimed_until).to.deep.equal(new Date('2026-01-15T12:08:00Z'));
  });

  it('goes to one of two who reach for it at once', async () => {
    const audit = await anAudit();

    const outcomes = await Promise.all([claim(hannah, audit), claim(marcus, audit)]);

    expect(outcomes.filter((outcome) => outcome instanceof Conflict)).to.have.length(1);
  });

  it('ends with the decision', async () => {
    const { audit } = await desk.anAuditedAnswer(domain);
    await claim(hannah, theAudit(audit));

    await desk.deskOf(domain, hannah).decide(audit, desk.pass);

    expect(await itemOf(theAudit(audit))).to.include({
      ...{ state: 'settled', claimed_by: null, claimed_until: null },
    });
    expect(await claim(marcus, theAudit(audit))).to.be.instanceOf(Conflict);
  });

  it('is for every kind alike', async () => {
    const report = { kind: 'report', subject_id: 7 } as const;
    await domain.perform('system', (work) =>
      openItem(work, { ...report, risk: 3, reasons: ['spam'], barred: [marcus.id] }),
    );

    expect(await claim(marcus, report)).to.be.instanceOf(NotAllowed);
    expect(await claim(hannah, report)).to.equal(undefined);
    expect(await claim(hannah, { kind: 'report', subject_id: 8 })).to.be.instanceOf(NotFound);
  });

  it('is not for customers, nor for a moderator who takes part in the thread', async () => {
    const { audit } = await desk.anAuditedAnswer(domain);
    await desk.bar(domain, audit, marcus);

    expect(await claim(await aMember(domain.db), theAudit(audit))).to.be.instanceOf(NotAllowed);
    expect(await claim(marcus, theAudit(audit))).to.be.instanceOf(NotAllowed);
  });
});
