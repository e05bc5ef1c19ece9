import type { Knex } from 'knex';

import type { Month } from '../../ledger/dates.ts';
import type { LedgerTransferRow } from '../../ledger/rows.ts';
import type { MemberId } from '../../members/rows.ts';
import { findFamily } from './accounts.ts';
import { dayAfter, firstDay } from '../months.ts';
import {
  findAccounts,
  ofAccounts,
  readReference,
  readText,
  type Found,
  type Part,
} from './transfer-search.ts';

/** What finance looks for; everything given must hold. */
export type TransferFilters = {
  /** The month that it is booked under. */
  month?: Month | undefined;
  /** An account's code, or the id of a family of accounts. */
  account?: string | undefined;
  event?: LedgerTransferRow['event'] | undefined;
  /** Whose accounts it touches. */
  memberId?: MemberId | undefined;
  /** The least and the most, in minor units. */
  least?: bigint | undefined;
  most?: bigint | undefined;
  /** An entry's number, a reference such as acceptance:12 or journal:7, or a transfer's key. */
  ref?: string | undefined;
  /** Recorded at this instant or before. */
  recordedBy?: Date | undefined;
  /**
   * What was typed: an entry number, the id of a question, an answer or an acceptance (also as
   * `answer:12`), an amount (£0.50), or words of a question's title, an adjustment's reason, a name.
   */
  text?: string | undefined;
};

/** SQL about a transfer `t`, its number `j` and its accounts `d` and `c`. */
export type Conditions = { where: string[]; values: Part['values'] };

/** The filters as conditions, or 'nothing' where no transfer can pass them. */
export async function readConditions(
  db: Knex,
  filters: TransferFilters,
): Promise<Conditions | 'nothing'> {
  const read = await Promise.all([
    readAccount(db, filters.account),
    readOwner(db, filters.memberId),
    readReference(db, filters.ref),
    readText(db, (filters.text ?? '').trim()),
  ]);
  const known = [...read, ...plain(filters)].filter((part) => part !== undefined);
  if (known.includes('nothing')) return 'nothing';
  const conditions = known.filter((part) => part !== 'nothing');
  return {
    where: conditions.map(({ where }) => where),
    values: Object.assign({}, ...conditions.map(({ values }) => values)) as Part['values'],
  };
}

/** What can be said without a look at the database. */
function plain({ month, event, least, most, recordedBy }: TransferFilters): Found[] {
  return [
    month && {
      where: 't.effective_date >= :first and t.effective_date < :before',
      values: { first: firstDay(month), before: dayAfter(month) },
    },
    event && { where: 't.event = :event', values: { event } },
    least === undefined ? undefined : { where: 't.amount_minor >= :least', values: { least } },
    most === undefined ? undefined : { where: 't.amount_minor <= :most', values: { most } },
    recordedBy && { where: 't.recorded_at <= :recordedBy', values: { recordedBy } },
  ];
}

/** One account by its index where it has one; a family by the shape of its codes. */
async function readAccount(db: Knex, account: string | undefined): Promise<Found> {
  if (account === undefined) return undefined;
  const family = findFamily(account);
  if (family) return readFamily(db, family.pattern);
  const [id] = await findAccounts(db, [account]);
  if (id === undefined) return 'nothing';
  const where = account.startsWith('member:')
    ? ofAccounts('account')
    : '(t.debit_account_id = any(:account) or t.credit_account_id = any(:account))';
  return { where, values: { account: [id] } };
}

/** Few accounts by their ids, which are quicker to compare; many by the shape of their codes. */
async function readFamily(db: Knex, pattern: string): Promise<Found> {
  const few = await db('ledger_accounts').where('code', 'like', pattern).limit(FEW).select('id');
  if (few.length === 0) return 'nothing';
  if (few.length === FEW) {
    return { where: '(d.code like :pattern or c.code like :pattern)', values: { pattern } };
  }
  const where = '(t.debit_account_id = any(:family) or t.credit_account_id = any(:family))';
  return { where, values: { family: few.map(({ id }) => id) } };
}

const FEW = 100;

async function readOwner(db: Knex, memberId: MemberId | undefined): Promise<Found> {
  if (memberId === undefined) return undefined;
  const codes = ['pending', 'available', 'in-transit'].map(
    (bucket) => `member:${String(memberId)}:${bucket}`,
  );
  const owned = await findAccounts(db, codes);
  return owned.length === 0 ? 'nothing' : { where: ofAccounts('owned'), values: { owned } };
}
