import assert from 'node:assert/strict';

import { monthAfter, type Month } from '#src/ledger/dates.ts';
import { beginClose, endClose, raiseFence } from '#src/ledger/periods.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import { post, type Order } from '#src/ledger/transfers.ts';
import type { MemberRow } from '#src/members/rows.ts';
import type { Domain } from '#test/support/domain.ts';
import { aFinancePerson } from '#test/support/make.ts';
import {
  aClawback,
  aHold,
  aRelease,
  giveCredit,
  postAs,
  reverseAs,
  someKey,
  someone,
  transferOf,
} from '../ledger/orders.ts';

/** The months of a year in which everything happened that can happen to money. */
export const YEAR = Array.from({ length: 12 }, (_, index) => monthAfter('2026-01' as Month, index));

/** The two of finance who close its months and approve its adjustments. */
export type Finance = { maker: MemberRow; checker: MemberRow };

/**
 * A year through the ledger's one door: every kind of transfer in each month, a late item in each
 * month that was closing, all but the last two months closed. Leaves the clock in December.
 */
export async function aYear(domain: Domain): Promise<Finance> {
  const maker = await aFinancePerson(domain.owner);
  const checker = await aFinancePerson(domain.owner);
  for (const [index, month] of YEAR.entries()) {
    domain.itIsNow(`${month}-17T10:00:00Z`);
    await everyEvent(domain, { maker, checker }, BigInt(index + 1));
    if (index > 0 && index < 11) await close(domain, { maker, checker }, YEAR[index - 1]!);
  }
  await sealTransfers(domain.db);
  return { maker, checker };
}

/**
 * One in finance asks, something comes late, another approves. By the ledger alone: what it holds
 * here has no rewards and no proposals behind it, which a close by finance would find wanting.
 */
export async function close(domain: Domain, finance: Finance, month: Month): Promise<void> {
  const now = domain.now();
  await domain.perform(finance.maker, (work) => beginClose(work, month));
  domain.itIsNow(`${month}-27T10:00:00Z`);
  await giveCredit(domain, someone(), 70n);
  domain.itIsNow(now);
  const fence = await raiseFence(domain.db);
  assert(fence, 'no transaction is in the way');
  await sealTransfers(domain.db);
  await domain.perform(finance.checker, (work) => endClose(work, month, fence));
}

/** Every kind of transfer, with amounts that differ from month to month. */
async function everyEvent(domain: Domain, finance: Finance, size: bigint): Promise<void> {
  const [rich, poor, gone] = [someone(), someone(), someone()];
  await giveCredit(domain, rich, 1_000n * size);
  await giveCredit(domain, poor, 50n);
  await rewardsTakenBack(domain, { rich, poor });
  await payouts(domain, rich, 10n * size);
  await giveCredit(domain, gone, 30n + size);
  const expired = { event: 'credit.expire', credit: 'income:breakage', amount: 30n } as const;
  await postAs(domain, { ...aClawback(gone), ...expired });
  await adjustments(domain, finance, rich, size);
  await postAs(domain, {
    ...{ key: someKey(), event: 'sponsor.fund', ref: 'sponsor:acme', amount: 5_000n + size },
    ...{ debit: 'clearing:billing', credit: 'liability:sponsor:acme' },
  });
  await postAs(domain, {
    ...{ key: someKey(), event: 'match', ref: 'match:1', amount: 25n * size },
    ...{ debit: 'expense:match', credit: 'liability:charity:shelter' },
  });
  await postAs(domain, aHold(rich, { amount: 40n + size }));
}

async function rewardsTakenBack(domain: Domain, { rich, poor }: { rich: number; poor: number }) {
  const void_ = { event: 'reward.void', credit: 'expense:rewards' } as const;
  await postAs(domain, { ...aRelease(rich, await postAs(domain, aHold(rich))), ...void_ });
  const key = someKey();
  await postAs(domain, aClawback(poor, { key }));
  await reverseAs(domain, await transferOf(domain.db, key));
  await postAs(domain, aClawback(poor));
  await postAs(domain, aClawback(poor, { debit: 'receivable:clawback', amount: 20n }));
  const repaid = { event: 'reward.recovery', credit: 'receivable:clawback', amount: 12n } as const;
  await postAs(domain, { ...aClawback(rich), ...repaid });
}

async function payouts(domain: Domain, member: number, amount: bigint): Promise<void> {
  const [available, transit] = ['available', 'in-transit'].map(
    (bucket) => `member:${String(member)}:${bucket}`,
  ) as [string, string];
  const payout = (order: Pick<Order, 'event' | 'debit' | 'credit'> & Partial<Order>) =>
    postAs(domain, { key: someKey(), ref: 'payout:7', amount, ...order });
  const reserve = { event: 'payout.reserve', debit: available, credit: transit } as const;
  const confirm = { event: 'payout.confirm', debit: transit, credit: 'clearing:billing' } as const;
  const fail = { event: 'payout.fail', debit: transit, credit: available } as const;
  await payout({ ...confirm, settles: await payout(reserve) });
  await payout({ ...fail, settles: await payout(reserve) });
  await payout(reserve);
}

async function adjustments(
  { perform }: Domain,
  { maker, checker }: Finance,
  member: number,
  size: bigint,
): Promise<void> {
  const adjust = (debit: string, credit: string, amount: bigint) =>
    perform(maker, (work) =>
      post(work, {
        ...{ key: someKey(), event: 'adjustment', ref: `adjustment:${String(size)}` },
        ...{ debit, credit, amount, approverId: checker.id },
      }),
    );
  await adjust('expense:rewards', `member:${String(member)}:available`, 15n + size);
  await adjust('expense:write-off', 'receivable:clawback', 3n);
}
