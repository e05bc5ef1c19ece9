import type { Knex } from 'knex';

import { decimal } from '../../ledger/money.ts';
import { accountBalances, type AccountBalance, type Bound } from '../trial-balance.ts';
import { exact, row } from './csv.ts';

/** Every account that holds something at the end of a month, and the total. */
export async function* trialBalanceCsv(db: Knex, bound: Bound): AsyncGenerator<string> {
  yield row(['account', 'gl_code', 'kind', 'currency', 'debit', 'credit']);
  const total = { debit: 0n, credit: 0n, currency: '' };
  for await (const page of accountBalances(db, bound)) {
    const holding = page.filter(({ debit, credit }) => debit !== credit);
    for (const { debit, credit, currency } of holding) {
      total.debit += debit;
      total.credit += credit;
      total.currency = currency;
    }
    yield holding.map(print).join('');
  }
  yield print({ account: 'total', gl_code: '', kind: '', ...total });
}

type Line = Omit<AccountBalance, 'kind'> & { kind: string };

const print = ({ account, gl_code, kind, currency, debit, credit }: Line) =>
  row([account, gl_code, kind, currency, exact(decimal(debit)), exact(decimal(credit))]);
