import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { claimAudit } from '#src/moderation/audits/claim-audit.ts';
import type { AuditId } from '#src/moderation/rows.ts';
import { Conflict, NotAllowed } from '#src/refusals.ts';
import { aDomain } from '../../support/domain.ts';
import { aMember, aModerator } from '../../support/make.ts';
import { outcomeOf } from '../../support/outcome.ts';
import * as desk from '../desk.ts';

describe('Claiming an audit', () => {
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
  const claim = (moderator: MemberRow, id: AuditId) =>
    outcomeOf(domain.perform(moderator, (work) => claimAudit(work, id)));

  it('keeps it from colleagues for five minutes', async () => {
    const { audit } = await desk.anAuditedAnswer(domain);
    await claim(hannah, audit);

    domain.itIsNow('2026-01-15T12:04:59Z');
    expect(await claim(marcus, audit)).to.be.instanceOf(Conflict);

    domain.itIsNow('2026-01-15T12:05:00Z');
    expect(await claim(marcus, audit)).to.equal(undefined);
  });

  it('can be said again by whoever has it', async () => {
    const { audit } = await desk.anAuditedAnswer(domain);
    await claim(hannah, audit);
    domain.itIsNow('2026-01-15T12:03:00Z');

    await claim(hannah, audit);

    const { claimed_by, claimed_until } = await desk.theAudit(domain, audit);
    expect(claimed_by).to.equal(hannah.id);
    expect(claimed_until).to.deep.equal(new Date('2026-01-15T12:08:00Z'));
  });

  it('goes to one of two who reach for it at once', async () => {
    const { audit } = await desk.anAuditedAnswer(domain);

    const outcomes = await Promise.all([claim(hannah, audit), claim(marcus, audit)]);

    expect(outcomes.filter((outcome) => outcome instanceof Conflict)).to.have.length(1);
  });

  it('ends with the decision', async () => {
    const { audit } = await desk.anAuditedAnswer(domain);
    await claim(hannah, audit);

    await desk.deskOf(domain, hannah).decide(audit, desk.pass);

    expect(await desk.theAudit(domain, audit)).to.include({
      ...{ state: 'decided', claimed_by: null, claimed_until: null },
    });
    expect(await claim(marcus, audit)).to.be.instanceOf(Conflict);
  });

  it('is not for customers, nor for a moderator who takes part in the thread', async () => {
    const { audit } = await desk.anAuditedAnswer(domain);
    const { acceptance_id: id } = await desk.theAudit(domain, audit);
    await domain.owner('acceptances').where({ id }).update({ accepted_by: marcus.id });

    expect(await claim(await aMember(domain.db), audit)).to.be.instanceOf(NotAllowed);
    expect(await claim(marcus, audit)).to.be.instanceOf(NotAllowed);
  });
});
