import type { Knex } from 'knex';

import { CLAWBACK_RECEIVABLE, memberIn } from '../../ledger/accounts.ts';
import { deriveBalance, readHoldings } from '../../ledger/balances.ts';
import type { MemberId } from '../../members/rows.ts';
import type { Route } from './movable-accounts.ts';
import { readWrittenOff } from './written-off.ts';

/** What an account holds now and would hold after, on the side where it grows; in minor units. */
export type Effect = { code: string; now: bigint; after: bigint };

/** What a move of `amount` would do to both accounts, and to what a member owes. */
export async function readEffect(
  db: Knex,
  { from, to, amount, memberId }: Route & { amount: bigint; memberId: MemberId | null | undefined },
): Promise<Effect[]> {
  const [source, target] = await Promise.all([readBalance(db, from), readBalance(db, to)]);
  const effects = [
    { code: from, now: source, after: growsByDebit(from) ? source + amount : source - amount },
    { code: to, now: target, after: growsByDebit(to) ? target - amount : target + amount },
  ];
  if (!memberId) return effects;
  const { owed } = await readWrittenOff(db, memberId);
  const after = from === CLAWBACK_RECEIVABLE ? owed + amount : owed - amount;
  return [...effects, { code: `debt:${String(memberId)}`, now: owed, after }];
}

/** Costs and claims grow on the debit side; all else on the credit side. */
const growsByDebit = (code: string) => /^(expense|receivable):/.test(code);

async function readBalance(db: Knex, code: string): Promise<bigint> {
  const member = memberIn(code);
  if (member) return (await readHoldings(db, member.memberId)).available;
  const credits = await deriveBalance(db, code);
  return growsByDebit(code) ? -credits : credits;
}
