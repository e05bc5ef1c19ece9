import type { Knex } from 'knex';

import type { LedgerAccountRow } from '../../ledger/rows.ts';
import { decimal } from '../../ledger/money.ts';
import { dayAfter, firstDay } from '../months.ts';
import { accountBalances, type AccountBalance } from './account-balances.ts';
import type { Extent } from './manifest.ts';
import { movements, NOTHING, plus, type Pieces } from './table.ts';
import { numberedTransfers, type NumberedTransfer } from './transfers.ts';

/**
 * A month as a plain-text journal for beancount: what was carried forward, every transfer, and
 * what every account must hold when the month is over. `~ 0` because beancount forgives a penny.
 */
export async function* beancountJournal(db: Knex, extent: Extent): Pieces {
  const { month, currency } = extent;
  yield `; Ledger of ${month}. Credits are negative.\n`;
  if (currency === null) return NOTHING;
  yield `option "operating_currency" "${currency}"\n\n${firstDay(month)} commodity ${currency}\n`;
  const opened = (balance: AccountBalance) =>
    `${firstDay(month)} open ${nameOf(balance)} ${balance.currency}\n`;
  for await (const page of accountBalances(db, extent)) yield page.map(opened).join('');
  yield* openingBalances(db, extent);
  let totals = NOTHING;
  for await (const page of numberedTransfers(db, extent)) {
    totals = plus(totals, movements(page));
    yield page.map(print).join('');
  }
  yield '\n';
  const holds = (balance: AccountBalance) =>
    `${dayAfter(month)} balance ${nameOf(balance)} ${decimal(net(balance))} ~ 0 ${balance.currency}\n`;
  for await (const page of accountBalances(db, extent)) yield page.map(holds).join('');
  return totals;
}

async function* openingBalances(db: Knex, { month, throughSeq }: Extent): AsyncGenerator<string> {
  let isFirst = true;
  for await (const page of accountBalances(db, { before: firstDay(month), throughSeq })) {
    const holding = page.filter(({ debit, credit }) => debit !== credit);
    if (holding.length > 0 && isFirst) {
      yield `\n${firstDay(month)} * "Opening balances carried forward"\n`;
    }
    isFirst &&= holding.length === 0;
    yield holding.map((balance) => posting(nameOf(balance), net(balance), balance)).join('');
  }
}

function print(transfer: NumberedTransfer): string {
  const { seq, event, ref, key, debit, debit_kind, credit, credit_kind, amount_minor } = transfer;
  return [
    `\n${transfer.effective_date} * "${event}"\n  seq: ${String(seq)}\n`,
    `  event: "${event}"\n  ref: "${ref}"\n  key: "${key}"\n`,
    posting(nameOf({ account: debit, kind: debit_kind }), amount_minor, transfer),
    posting(nameOf({ account: credit, kind: credit_kind }), -amount_minor, transfer),
  ].join('');
}

const net = ({ debit, credit }: AccountBalance) => debit - credit;

const posting = (name: string, amountMinor: bigint, { currency }: { currency: string }) =>
  `  ${name.padEnd(44)}  ${decimal(amountMinor).padStart(12)} ${currency}\n`;

const ROOTS: Record<LedgerAccountRow['kind'], string> = {
  asset: 'Assets',
  liability: 'Liabilities',
  equity: 'Equity',
  income: 'Income',
  expense: 'Expenses',
};

/** member:12:pending, a liability, is Liabilities:Member:M12:Pending: no part may begin small. */
function nameOf({ account, kind }: Pick<AccountBalance, 'account' | 'kind'>): string {
  const parts = account.split(':').filter((part) => part !== kind);
  return [ROOTS[kind], ...parts.map(capitalise)].join(':');
}

const capitalise = (part: string, index: number) =>
  index === 1 && /^\d+$/.test(part) ? `M${part}` : part.charAt(0).toUpperCase() + part.slice(1);
