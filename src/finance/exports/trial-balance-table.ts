import { readGlCodes } from './gl-codes.ts';
import { accountBalances } from './account-balances.ts';
import { amount, type Cell } from './cells.ts';
import { NOTHING, plus, type Pages, type Table } from './table.ts';

/** Every account that holds something at the end of a month, and the total. */
export const trialBalanceTable: Table = {
  columns: ['account', 'gl_code', 'kind', 'currency', 'debit', 'credit'],
  pages: async function* (db, extent): Pages {
    const codes = await readGlCodes(db, extent.month);
    let totals = NOTHING;
    for await (const page of accountBalances(db, extent)) {
      const holding = page.filter(({ debit, credit }) => debit !== credit);
      for (const sides of holding) totals = plus(totals, { rows: 1, ...pick(sides) });
      yield holding.map((balance): Cell[] => [
        ...[balance.account, codes(balance).gl_code, balance.kind, balance.currency],
        ...[amount(balance.debit), amount(balance.credit)],
      ]);
    }
    const currency = totals.rows > 0 ? (extent.currency ?? '') : '';
    yield [['total', '', '', currency, amount(totals.debit), amount(totals.credit)]];
    return totals;
  },
};

const pick = ({ debit, credit }: { debit: bigint; credit: bigint }) => ({ debit, credit });
