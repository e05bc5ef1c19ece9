import { expect } from 'chai';

import { approve, decline, withdraw } from '#src/approvals/decide.ts';
import { propose } from '#src/approvals/propose.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { Conflict, Invalid, NotAllowed } from '#src/refusals.ts';
import { aDomain } from '../support/domain.ts';
import { aFinancePerson, aMember, anAdmin } from '../support/make.ts';
import { outcomeOf } from '../support/outcome.ts';

const CASE = {
  kind: 'adjustment',
  reason: 'A payout was sent twice in October.',
  evidence: 'Ticket 4711',
} as const;

describe('a proposal', () => {
  const domain = aDomain();
  let jordan: MemberRow;
  let sam: MemberRow;
  before(async () => {
    [jordan, sam] = [await aFinancePerson(domain.owner), await aFinancePerson(domain.owner)];
  });
  beforeEach(() => {
    domain.itIsNow('2026-01-15T12:00:00Z');
  });
  const proposed = () => domain.perform(jordan, (work) => propose(work, CASE));

  it('is made by finance alone', async () => {
    const others = [await aMember(domain.owner), await anAdmin(domain.owner)];

    for (const other of others) {
      const refusal = await outcomeOf(domain.perform(other, (work) => propose(work, CASE)));
      expect(refusal).to.be.instanceOf(NotAllowed);
    }
  });

  it('says why and what it rests on', async () => {
    const refusal = await outcomeOf(
      domain.perform(jordan, (work) => propose(work, { ...CASE, reason: ' x ', evidence: '' })),
    );

    expect(refusal).to.be.instanceOf(Invalid);
    expect((refusal as Invalid).fields).to.have.keys('reason', 'evidence');
  });

  it('is approved by another', async () => {
    const { id } = await proposed();

    const approved = await domain.perform(sam, (work) => approve(work, id));

    expect(approved).to.include({ decision: 'approved', made_by: jordan.id, decided_by: sam.id });
  });

  it('is not approved by whoever made it, nor by the database for them', async () => {
    const { id, made_at } = await proposed();

    const refusal = await outcomeOf(domain.perform(jordan, (work) => approve(work, id)));
    const behind = await outcomeOf(
      domain
        .owner('proposals')
        .where({ id })
        .update({ decision: 'approved', decided_by: jordan.id, decided_at: made_at }),
    );

    expect(refusal).to.be.instanceOf(NotAllowed);
    expect(behind).to.have.property('constraint', 'proposals_maker_is_not_checker');
  });

  it('is approved within seven days to the millisecond, or never', async () => {
    const [late, inTime] = [await proposed(), await proposed()];

    domain.itIsNow('2026-01-22T11:59:59.999Z');
    await domain.perform(sam, (work) => approve(work, inTime.id));
    domain.itIsNow('2026-01-22T12:00:00.000Z');
    const refusal = await outcomeOf(domain.perform(sam, (work) => approve(work, late.id)));
    const behind = await outcomeOf(
      domain
        .owner('proposals')
        .where({ id: late.id })
        .update({ decision: 'approved', decided_by: sam.id, decided_at: domain.now() }),
    );

    expect(refusal).to.be.instanceOf(Conflict);
    expect((refusal as Error).message).to.contain('more than seven days ago');
    expect(behind).to.have.property('constraint', 'proposals_are_approved_in_time');
  });

  it('is decided once, by one of many who try at the same time', async () => {
    const { id } = await proposed();
    const checkers = [];
    for (let count = 0; count < 8; count += 1) checkers.push(await aFinancePerson(domain.owner));

    const tries = await Promise.allSettled(
      checkers.map((checker) => domain.perform(checker, (work) => approve(work, id))),
    );

    expect(tries.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
    const rewritten = await outcomeOf(
      domain.owner('proposals').where({ id }).update({ note: 'changed' }),
    );
    expect((rewritten as Error).message).to.contain('decided once');
  });

  it('is sent back by the checker, or taken back by the maker', async () => {
    const [sentBack, takenBack] = [await proposed(), await proposed()];

    const declined = await domain.perform(sam, (work) => decline(work, sentBack.id, 'Which one?'));
    const refusal = await outcomeOf(domain.perform(sam, (work) => withdraw(work, takenBack.id)));
    const withdrawn = await domain.perform(jordan, (work) => withdraw(work, takenBack.id));

    expect(declined).to.include({ decision: 'declined', note: 'Which one?' });
    expect(refusal).to.be.instanceOf(NotAllowed);
    expect(withdrawn).to.include({ decision: 'withdrawn' });
  });

  it('is never removed, nor its words changed', async () => {
    const { id } = await proposed();

    for (const change of [
      domain.owner('proposals').where({ id }).delete(),
      domain.owner('proposals').where({ id }).update({ reason: 'Something else altogether.' }),
    ]) {
      expect(await outcomeOf(change)).to.be.instanceOf(Error);
    }
  });
});
