import type { Request } from 'express';
import type { Knex } from 'knex';

import { findFamily } from '../../../finance/books/accounts.ts';
import { readLocalTime } from '../../../finance/local-time.ts';
import { isReference } from '../../../finance/books/transfer-search.ts';
import type { TransferFilters } from '../../../finance/books/transfer-filters.ts';
import { parseMonth } from '../../../ledger/dates.ts';
import { parseDecimal } from '../../../ledger/money.ts';
import { findMemberByName, readMember } from '../../../members/find-members.ts';
import type { MemberId } from '../../../members/rows.ts';
import { queryText, type FieldErrors } from '../../forms.ts';
import { isEvent } from './transfer-words.ts';

/** The filters of the ledger as they stand in its address; '' does not narrow it. */
export const LEDGER_FIELDS = [
  ...(['period', 'account', 'event', 'member', 'least', 'most', 'ref', 'q', 'recorded'] as const),
];
export type LedgerField = (typeof LEDGER_FIELDS)[number];
export type LedgerQuery = Readonly<Record<LedgerField, string>>;

/** What was asked for, as it was typed. */
export const ledgerQuery = (req: Request): LedgerQuery =>
  Object.fromEntries(
    LEDGER_FIELDS.map((name) => [name, (queryText(req, name) ?? '').trim().slice(0, 120)]),
  ) as LedgerQuery;

type Read = { filters: TransferFilters; errors: FieldErrors };

/** What the filters mean, and what is wrong with those that mean nothing. */
export async function readLedgerQuery(db: Knex, query: LedgerQuery): Promise<Read> {
  const { period, account, event, ref, q, least, most, recorded } = query;
  const member = await readOwner(db, query.member);
  const filters: TransferFilters = {
    month: parseMonth(period),
    account: account || undefined,
    event: isEvent(event) ? event : undefined,
    memberId: member,
    least: parseDecimal(least),
    most: parseDecimal(most),
    ref: ref || undefined,
    text: q || undefined,
    recordedBy: readLocalTime(recorded, 'UTC')?.at,
  };
  return { filters, errors: errorsIn(query, filters) };
}

function errorsIn(query: LedgerQuery, filters: TransferFilters): FieldErrors {
  const { least, most } = filters;
  const wrong: [LedgerField, boolean, string][] = [
    ['period', !filters.month, 'Choose a month.'],
    ['account', !isAccount(query.account), 'There is no such account.'],
    ['event', !filters.event, 'Choose what happened.'],
    ['member', !filters.memberId, 'No member has this name or number.'],
    ['least', least === undefined, AMOUNT],
    ['most', most === undefined, AMOUNT],
    ['most', (most ?? 0n) < (least ?? 0n), 'Enter an amount that is not below the least.'],
    ['ref', !isReference(query.ref), 'Enter a number, acceptance:12, adjustment:3 or a key.'],
    ['recorded', !filters.recordedBy, 'Enter an instant such as 2026-10-14T09:30Z.'],
  ];
  const found = wrong.filter(([name, isWrong]) => query[name] !== '' && isWrong);
  return Object.fromEntries(found.reverse().map(([name, , words]) => [name, words]));
}

const AMOUNT = 'Enter an amount such as 0.50.';

const isAccount = (account: string) =>
  findFamily(account) !== undefined || /^[a-z-]+(:[a-z0-9-]+)+$/.test(account);

async function readOwner(db: Knex, typed: string): Promise<MemberId | undefined> {
  if (typed === '') return undefined;
  if (!/^#?\d{1,9}$/.test(typed)) return (await findMemberByName(db, typed))?.id;
  return (await readMember(db, Number(typed.replace('#', '')) as MemberId))?.id;
}
