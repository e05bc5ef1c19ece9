import type { Knex } from 'knex';

import { memberAccount } from '../../ledger/accounts.ts';
import { dateAt, type Month } from '../../ledger/dates.ts';
import type { MemberId } from '../../members/rows.ts';
import { dayAfter, firstDay } from '../months.ts';
import {
  readMovements,
  readUnposted,
  type About,
  type Holding,
  type Movement,
} from './statement-movements.ts';
import { wordsOf, wordsOfUnposted, type Words } from './statement-words.ts';

/** One movement on a member's accounts, or a reward that moved nothing: refused or waiting. */
export type StatementLine = Words & {
  at: Date;
  /** The date it is booked under, which decides its month. */
  date: string;
  change: Holding;
  /** What the member holds after it. */
  after: Holding;
  about: About | null;
  /** The ledger's number for it, if it has one yet. */
  seq: bigint | null;
  /** What its receipt is found by: the number, t12 without one, r12 of a reward that moved nothing. */
  receipt: string;
  /** The number of the rules that decided the reward. */
  rules: Movement['rules'];
};

export type Statement = {
  month: Month;
  opening: Holding;
  /** The oldest first. */
  lines: StatementLine[];
  closing: Holding;
};

/**
 * A member's month, line by line. The opening figures and the changes add up to the closing ones,
 * and those are what the ledger holds at the end of the month, to the penny.
 */
export async function readStatement(
  db: Knex,
  memberId: MemberId,
  { month, timeZone }: { month: Month; timeZone: string },
): Promise<Statement> {
  const [{ opening, movements }, unposted] = await Promise.all([
    readMovements(db, {
      first: firstDay(month),
      before: dayAfter(month),
      checking: memberAccount(memberId, 'pending'),
      balance: memberAccount(memberId, 'available'),
    }),
    readUnposted(db, memberId, month),
  ]);
  const lines = [
    ...movements.map((movement) => ({
      ...movement,
      ...wordsOf(movement),
      receipt: String(movement.seq ?? `t${String(movement.id)}`),
    })),
    ...unposted.map((reward) => ({
      ...reward,
      date: dateAt(reward.at, timeZone),
      ...wordsOfUnposted(reward),
      receipt: `r${String(reward.order)}`,
    })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime() || a.order - b.order);
  return withRunningTotals(month, opening, lines);
}

type Unsummed = Words &
  Holding &
  Pick<StatementLine, 'at' | 'date' | 'about' | 'seq' | 'receipt' | 'rules'>;

function withRunningTotals(month: Month, opening: Holding, unsummed: Unsummed[]): Statement {
  let closing = opening;
  const lines = unsummed.map((line) => {
    const { title, reason, state, at, date, about, seq, receipt, rules } = line;
    const change = changeOf(line);
    closing = add(closing, change);
    const told = { title, reason, state, at, date, about, seq, receipt, rules };
    return { ...told, change, after: closing };
  });
  return { month, opening, lines, closing };
}

const changeOf = ({ checking, balance }: Holding): Holding => ({ checking, balance });

const add = (a: Holding, b: Holding): Holding => ({
  checking: a.checking + b.checking,
  balance: a.balance + b.balance,
});
