import { expect } from 'chai';

import { exportFraud } from '#src/finance/exports/export-fraud.ts';
import { readFraudFigures } from '#src/finance/reports/fraud-figures.ts';
import { verifyBooks } from '#src/finance/proof/verify-books.ts';
import type { AnswerRow } from '#src/forum/rows.ts';
import type { Month } from '#src/ledger/dates.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { releaseCase, takeBackCase } from '#src/moderation/fraud/decide-case.ts';
import { releaseDueRewards } from '#src/rewards/release-due-rewards.ts';
import { weighAround } from '#src/trust/rings/weigh-around.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, aModerator } from '#test/support/make.ts';
import { lastAcceptance, lastReward, rewarding } from '#test/support/rewarding.ts';
import { acceptInACircle, accepts, SLOW } from '#test/trust/accepting.ts';
import { anApprovedAdjustment } from '../adjusting.ts';

const DAY = 86_400_000;

describe('What fraud came to', () => {
  const domain = aDomain();
  const DECISION = { reason: 'They accept each other for the money.', version: 1 };
  const later = (days: number) => {
    domain.itIsNow(new Date(domain.now().getTime() + days * DAY));
  };
  const read = async (last: string) => {
    const months = await readFraudFigures(domain.db, { last: last as Month, count: 3 });
    return months.map(({ month: _, ...figures }) => figures);
  };

  /** Lets the quiet days of what was accepted pass, as if nothing had been drawn or held. */
  const release = async (answer: AnswerRow) => {
    const { id: acceptance_id } = await lastAcceptance(domain.db, answer);
    await domain.owner('reward_holds').where({ acceptance_id }).update({ lifted_at: domain.now() });
    await domain
      .owner('rewards')
      .where({ acceptance_id })
      .update({ audit_drawn: false, hold_until: domain.now() });
    await releaseDueRewards(domain.db, domain.perform, domain.now());
  };
  const spendAll = (member: MemberRow, amount: bigint) =>
    anApprovedAdjustment(domain, member, {
      ...{ from: `member:${String(member.id)}:available`, to: 'expense:rewards', amount },
    });

  it('adds up to the ledger: what was voided, taken from balances, and is owed', async () => {
    const moderator = await aModerator(domain.owner);
    const ring = [
      await aMember(domain.owner),
      await aMember(domain.owner),
      await aMember(domain.owner),
    ];
    const answers = await acceptInACircle(domain, ring);
    await release(answers[1]!);
    await release(answers[2]!);
    await spendAll(ring[0]!, 30n);
    const id = (await weighAround(domain.db, domain.perform, ring[0]!.id))!;
    later(20);
    await domain.perform(moderator, (work) =>
      takeBackCase(work, id, { ...DECISION, acceptanceIds: 'all' }),
    );

    const [, january, february] = await read('2026-02');

    const taken = await domain
      .db('ledger_transfers')
      .whereIn('event', ['reward.void', 'reward.clawback']);
    const sum = taken.reduce((total, { amount_minor }) => total + amount_minor, 0n);
    expect(january).to.deep.equal({
      ...{ prevented: 0n, recovered: 0n, owed: 0n, repaid: 0n, writtenOff: 0n },
    });
    expect(february).to.deep.equal({
      ...{ prevented: 200n, recovered: 70n, owed: 30n, repaid: 0n, writtenOff: 0n },
    });
    expect(sum).to.equal(300n);

    later(30);
    const honest = await aMember(domain.owner);
    const good = await accepts(domain, honest, ring[0]!, SLOW);
    await release(good);
    const [, , march] = await read('2026-03');
    expect(march).to.include({ repaid: 30n, owed: 0n });
    const findings = await domain.perform('system', (work) => verifyBooks(work, 'shell'));
    expect(findings.filter(({ broken }) => broken > 0n)).to.deep.equal([]);
  });

  it('does not count what an audit or an asker took back, or what a case left alone', async () => {
    const before = await read('2026-06');
    const moderator = await aModerator(domain.owner);
    const ring = [await aMember(domain.owner), await aMember(domain.owner)];
    const answers = await acceptInACircle(domain, ring);
    const id = (await weighAround(domain.db, domain.perform, ring[0]!.id))!;
    await domain.perform(moderator, (work) => releaseCase(work, id, DECISION));
    await rewarding(domain).withdraw(ring[0]!, answers[0]!);
    await rewarding(domain).decide(moderator, answers[1]!, 'fail');

    expect((await lastReward(domain.db, answers[0]!)).state).to.equal('voided');
    expect(await read('2026-06')).to.deep.equal(before);
  });

  it('is a file whose last line is its manifest’s', async () => {
    const { manifest, read: pieces } = await exportFraud(domain.db, {
      ...{ month: '2026-03' as Month, currency: 'GBP' },
    });

    const lines = [...(pieces() as Iterable<string>)].join('').trim().split(/\r?\n/);
    expect(lines).to.have.length(14);
    expect(lines[0]).to.include('prevented,recovered,owed,repaid,written_off');
    expect(lines.at(-1)).to.equal('total,2.00,0.70,0.30,0.30,0.00,GBP');
    expect(manifest).to.include({ prevented: '2.00', recovered: '0.70', owed: '0.30', rows: 12 });
  });
});
