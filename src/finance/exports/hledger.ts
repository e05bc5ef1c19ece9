import type { Knex } from 'knex';

import type { Month } from '../../ledger/dates.ts';
import { decimal } from '../../ledger/money.ts';
import { firstDay, lastDay } from '../months.ts';
import { accountBalances, type AccountBalance } from './account-balances.ts';
import type { Extent } from './manifest.ts';
import { movements, NOTHING, plus, type Pieces } from './table.ts';
import { numberedTransfers, type NumberedTransfer } from './transfers.ts';

/**
 * A month as a plain-text journal that hledger and ledger both read: what was carried forward,
 * every transfer, and what every account must hold at the end, so that a changed penny is refused.
 */
export async function* hledgerJournal(db: Knex, extent: Extent): Pieces {
  const { month, currency } = extent;
  yield `; Ledger of ${month}. Credits are negative.\n`;
  if (currency === null) return NOTHING;
  yield `\ncommodity ${currency}\n    format 1000.00 ${currency}\n\n`;
  yield TAGS.map((tag) => `tag ${tag}\n`).join('');
  for await (const page of accountBalances(db, extent)) yield page.map(declare).join('');
  yield* openingBalances(db, extent);
  let totals = NOTHING;
  for await (const page of numberedTransfers(db, extent)) {
    totals = plus(totals, movements(page));
    yield page.map(print).join('');
  }
  yield `\n${lastDay(month)} * Closing balances\n`;
  for await (const page of accountBalances(db, extent)) yield page.map(assertHolds).join('');
  return totals;
}

const TAGS = ['event', 'ref', 'key'] as const;

/** hledger's letters for the kinds of account, which ledger takes for a remark. */
const TYPES = { asset: 'A', liability: 'L', equity: 'E', income: 'R', expense: 'X' } as const;

const declare = ({ account, kind }: AccountBalance) =>
  `\naccount ${account}\n    ; type: ${TYPES[kind]}\n`;

async function* openingBalances(db: Knex, { month, throughSeq }: Extent): AsyncGenerator<string> {
  let isFirst = true;
  for await (const page of accountBalances(db, { before: firstDay(month), throughSeq })) {
    const holding = page.filter(({ debit, credit }) => debit !== credit);
    if (holding.length > 0 && isFirst) yield openingLine(month);
    isFirst &&= holding.length === 0;
    yield holding.map((balance) => posting(balance.account, net(balance), balance)).join('');
  }
}

const openingLine = (month: Month) => `\n${firstDay(month)} * Opening balances carried forward\n`;

const print = (transfer: NumberedTransfer) =>
  [
    `\n${transfer.effective_date} (${String(transfer.seq)}) ${transfer.event}\n`,
    ...TAGS.map((tag) => `    ; ${tag}: ${transfer[tag]}\n`),
    posting(transfer.debit, transfer.amount_minor, transfer),
    posting(transfer.credit, -transfer.amount_minor, transfer),
  ].join('');

function assertHolds(balance: AccountBalance): string {
  const nothing = posting(balance.account, 0n, balance).trimEnd();
  return `${nothing} = ${decimal(net(balance))} ${balance.currency}\n`;
}

const net = ({ debit, credit }: AccountBalance) => debit - credit;

const posting = (account: string, amountMinor: bigint, { currency }: { currency: string }) =>
  `    ${account.padEnd(40)}  ${decimal(amountMinor).padStart(12)} ${currency}\n`;
