import { FAMILIES, familyOf, findFamily } from '../../finance/accounts.ts';
import { EVENTS } from '../../finance/event-names.ts';
import type { Period } from '../../finance/periods.ts';
import type { TransferPage } from '../../finance/transfers.ts';
import type { Month } from '../../ledger/dates.ts';
import type { LedgerTransferRow } from '../../ledger/rows.ts';
import type { Formats } from '../format.ts';
import { withQuery } from '../forum/paths.ts';
import type { EmptyState } from '../look/empty.ts';
import type { Pager } from '../look/notes.ts';
import { transferRow, type TransferRow } from './transfer-words.ts';

/** What finance chose to see; what is undefined is not narrowed. */
export type LedgerQuery = {
  period: Month | undefined;
  account: string | undefined;
  event: LedgerTransferRow['event'] | undefined;
  text: string | undefined;
};

export type LedgerPage = {
  title: string;
  filters: Filters;
  rows: TransferRow[];
  pager: Pager;
  empty: EmptyState;
  /** Whether anything narrows the list. */
  isFiltered: boolean;
};

export type Filters = { selects: Select[]; text: string };

/** A choice of one; '' stands for all. */
export type Select = { name: string; label: string; options: Option[] };
type Option = { value: string; label: string; chosen: boolean };

type Found = TransferPage & { periods: Period[]; isFirst: boolean };

export function ledgerPage(query: LedgerQuery, found: Found, formats: Formats): LedgerPage {
  const { period, account, event, text } = query;
  const address = (after?: bigint) =>
    withQuery('/finance/ledger', {
      ...{ period, account, event, q: text },
      after: after === undefined ? undefined : String(after),
    });
  return {
    title: 'Ledger',
    filters: { selects: selectsOf(query, found.periods, formats), text: text ?? '' },
    rows: found.transfers.map(transferRow),
    pager: {
      label: 'Pages of entries',
      newer: found.isFirst ? undefined : address(),
      older: found.older === undefined ? undefined : address(found.older),
      words: { newer: 'Latest', older: 'Earlier' },
      note: 'Nothing is ever edited or deleted; corrections are new entries.',
    },
    empty: NOTHING,
    isFiltered: [period, account, event, text].some((given) => given !== undefined),
  };
}

const NOTHING: EmptyState = {
  art: 'search',
  title: 'No entries',
  text: 'Nothing in the ledger fits. Try a wider month or all accounts.',
  action: { href: '/finance/ledger', label: 'Show all entries' },
};

function selectsOf(query: LedgerQuery, periods: Period[], formats: Formats): Select[] {
  const { period, account, event } = query;
  return [
    select('period', 'Month', 'All months', period, monthOptions(periods, formats)),
    select('account', 'Account', 'All accounts', account, accountOptions(account)),
    select('event', 'What happened', 'Everything', event, Object.entries(EVENTS)),
  ];
}

/** The months as a choice: November 2026 (open). */
export const monthOptions = (periods: Period[], formats: Formats): [string, string][] =>
  periods.map(({ id, state }) => [id, `${formats.month(id)} (${state})`]);

/** The families; and the one account that was asked for, if it was one. */
function accountOptions(account: string | undefined): [string, string][] {
  const families: [string, string][] = FAMILIES.map(({ id, name }) => [id, name]);
  if (account === undefined || findFamily(account)) return families;
  return [[account, `${familyOf(account).name}: ${account}`], ...families];
}

function select(
  name: string,
  label: string,
  all: string,
  chosen: string | undefined,
  entries: [string, string][],
): Select {
  const options = [['', all] as const, ...entries].map(([value, text]) => ({
    value,
    label: text,
    chosen: value === (chosen ?? ''),
  }));
  return { name, label, options };
}
