import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import type { Decision } from '#src/moderation/audits/decide-audit.ts';
import { findLastDecision, readTally } from '#src/moderation/audits/read-tally.ts';
import { aDomain } from '../../support/domain.ts';
import { aModerator } from '../../support/make.ts';
import * as desk from '../desk.ts';

describe('A moderator’s day', () => {
  const domain = aDomain();
  let hannah: MemberRow;
  beforeEach(async () => {
    hannah = await aModerator(domain.db);
  });
  const decide = async (decision: Decision) => {
    const audited = await desk.anAuditedAnswer(domain);
    await desk.deskOf(domain, hannah).decide(audited.audit, decision);
    return audited;
  };

  it('counts what they decided between midnights of the operator’s zone', async () => {
    domain.itIsNow('2026-06-14T22:59:59Z');
    await decide(desk.pass);
    domain.itIsNow('2026-06-14T23:00:00Z');
    await decide(desk.pass);
    await decide(desk.fixTo('Mended'));
    domain.itIsNow('2026-06-15T22:59:59Z');
    await decide(desk.fail);
    const { audit } = await decide(desk.fail);
    await desk.deskOf(domain, hannah).undo(audit);

    const today = { date: '2026-06-15', timeZone: 'Europe/London' };
    const tally = await readTally(domain.db, hannah, today);

    expect(tally).to.deep.equal({ passed: 1, fixed: 1, failed: 1 });
  });

  it('ends with what can still be undone, for thirty seconds', async () => {
    domain.itIsNow('2026-01-15T12:00:00Z');
    const { audit, question } = await decide(desk.fail);
    const last = () => findLastDecision(domain.db, hannah, domain.now());

    domain.itIsNow('2026-01-15T12:00:30Z');
    expect(await last()).to.include({ auditId: audit, verdict: 'fail', title: question.title });

    domain.itIsNow('2026-01-15T12:00:31Z');
    expect(await last()).to.equal(undefined);
  });

  it('offers nothing that was undone, nor what a colleague decided', async () => {
    domain.itIsNow('2026-01-15T12:00:00Z');
    const colleague = await aModerator(domain.db);
    const { audit } = await decide(desk.pass);

    expect(await findLastDecision(domain.db, colleague, domain.now())).to.equal(undefined);
    await desk.deskOf(domain, hannah).undo(audit);
    expect(await findLastDecision(domain.db, hannah, domain.now())).to.equal(undefined);
  });
});
