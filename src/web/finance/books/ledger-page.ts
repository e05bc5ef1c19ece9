import { FAMILIES, familyOf, findFamily } from '../../../finance/books/accounts.ts';
import { EVENTS } from '../../../finance/books/event-names.ts';
import type { Period } from '../../../finance/closing/periods.ts';
import type { TransferPage, TransferSums } from '../../../finance/books/transfers.ts';
import type { Formats } from '../../format.ts';
import type { FieldErrors } from '../../forms.ts';
import { withQuery } from '../../forum/paths.ts';
import type { EmptyState } from '../../look/empty.ts';
import type { ErrorSummary, Pager } from '../../look/notes.ts';
import { LEDGER_FIELDS, type LedgerField, type LedgerQuery } from './ledger-query.ts';
import { transferRow, type TransferRow } from './transfer-words.ts';

export type LedgerPage = ErrorSummary & {
  title: string;
  filters: Filters;
  /** How many entries there are and what they come to, where that is quickly said. */
  sums: string | undefined;
  rows: TransferRow[];
  pager: Pager;
  empty: EmptyState;
};

export type Filters = {
  selects: Select[];
  inputs: Input[];
  /** An instant that one came with: nothing recorded later is listed. */
  recorded: { value: string; text: string } | undefined;
  isFiltered: boolean;
};

/** A choice of one; '' stands for all. */
export type Select = Pick<Input, 'name' | 'label' | 'error'> & { options: Option[] };
type Option = { value: string; label: string; chosen: boolean };

export type Input = {
  name: LedgerField;
  label: string;
  value: string;
  placeholder: string;
  error: string | undefined;
};

type Found = TransferPage & { sums: TransferSums | undefined };
type Around = { periods: Period[]; errors: FieldErrors };

export function ledgerPage(
  query: LedgerQuery,
  found: Found,
  { periods, errors }: Around,
  formats: Formats,
): LedgerPage {
  const address = (place: Record<string, bigint | undefined>) =>
    withQuery('/finance/ledger', { ...query, ...textsOf(place) });
  return {
    title: 'Ledger',
    errors: LEDGER_FIELDS.flatMap((name) => {
      const message = errors[name];
      return message === undefined ? [] : [{ field: `f-${name}`, message }];
    }),
    filters: filtersOf(query, { periods, errors }, formats),
    sums: found.sums && sumsText(found.sums, formats),
    rows: found.transfers.map((transfer) => transferRow(transfer, formats)),
    pager: {
      label: 'Pages of entries',
      newer: found.newer === undefined ? undefined : address({ before: found.newer }),
      older: found.older === undefined ? undefined : address({ after: found.older }),
      words: { newer: 'Later', older: 'Earlier' },
      note: 'Nothing is ever edited or deleted; corrections are new entries.',
    },
    empty: emptyState(query),
  };
}

const textsOf = (place: Record<string, bigint | undefined>) =>
  Object.fromEntries(
    Object.entries(place).map(([name, id]) => [name, id === undefined ? undefined : String(id)]),
  );

function sumsText({ transfers, amount }: TransferSums, { count, money }: Formats): string {
  const entries = transfers === 1n ? '1 entry' : `${count(transfers)} entries`;
  return `${entries}, ${money(amount)} in all`;
}

function filtersOf(query: LedgerQuery, { periods, errors }: Around, formats: Formats): Filters {
  const select = (name: LedgerField, label: string, all: string, entries: [string, string][]) => ({
    ...{ name, label, error: errors[name] },
    options: [['', all] as const, ...entries].map(([value, text]) => ({
      ...{ value, label: text },
      chosen: value === query[name],
    })),
  });
  return {
    selects: [
      select('period', 'Month', 'All months', monthOptions(periods, formats)),
      select('account', 'Account', 'All accounts', accountOptions(query.account)),
      select('event', 'What happened', 'Everything', Object.entries(EVENTS)),
    ],
    inputs: INPUTS.map((input) => ({
      ...{ ...input, value: query[input.name] },
      error: errors[input.name],
    })),
    recorded: query.recorded === '' ? undefined : recordedOf(query.recorded, formats),
    isFiltered: LEDGER_FIELDS.some((name) => query[name] !== ''),
  };
}

const INPUTS: Pick<Input, 'name' | 'label' | 'placeholder'>[] = [
  { name: 'member', label: 'Member', placeholder: 'Name or number' },
  { name: 'least', label: 'Amount from', placeholder: '0.50' },
  { name: 'most', label: 'Amount to', placeholder: '20.00' },
  { name: 'ref', label: 'Reference', placeholder: '412 or acceptance:12' },
  { name: 'q', label: 'Words', placeholder: 'Title, reason or name' },
];

function recordedOf(value: string, { dateTime }: Formats): Filters['recorded'] {
  const at = new Date(value);
  const text = Number.isNaN(at.getTime()) ? value : `${dateTime(at)} or before`;
  return { value, text: `Only what was recorded at ${text}` };
}

/** The months as a choice: November 2026 (open). */
export const monthOptions = (periods: Period[], formats: Formats): [string, string][] =>
  periods.map(({ id, state }) => [id, `${formats.month(id)} (${state})`]);

/** The families; and the one account that was asked for, if it was one. */
function accountOptions(account: string): [string, string][] {
  const families: [string, string][] = FAMILIES.map(({ id, name }) => [id, name]);
  if (account === '' || findFamily(account)) return families;
  return [[account, `${familyOf(account).name}: ${account}`], ...families];
}

/** Says which filter to let go of first: the narrowest. */
function emptyState(query: LedgerQuery): EmptyState {
  const narrow = NARROWEST.find(([name]) => query[name] !== '');
  return {
    art: 'search',
    title: 'No entries',
    text: narrow
      ? `Nothing in the ledger fits all of this. Try it ${narrow[1]}.`
      : 'Nothing has been booked yet. The first reward is the first entry.',
    action: narrow && {
      href: withQuery('/finance/ledger', { ...query, [narrow[0]]: undefined }),
      label: `Search ${narrow[1]}`,
    },
  };
}

const NARROWEST: [LedgerField, string][] = [
  ['ref', 'without the reference'],
  ['q', 'without the words'],
  ['least', 'without the least amount'],
  ['most', 'without the most'],
  ['member', 'for every member'],
  ['event', 'with every kind of entry'],
  ['account', 'with all accounts'],
  ['period', 'in all months'],
  ['recorded', 'up to now'],
];
