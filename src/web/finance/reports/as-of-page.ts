import type { AsOf, Liability, OwedMember, OwedPage } from '../../../finance/reports/as-of.ts';
import type { LocalTime } from '../../../finance/local-time.ts';
import type { Formats } from '../../format.ts';
import { withQuery } from '../../forum/paths.ts';
import type { ErrorSummary, Note, Pager } from '../../look/notes.ts';
import { asOfPath, clockNote, instantText, type AsOfField } from './instants.ts';
import type { Reports } from './reports.ts';
import { trialBalanceCard, type TrialBalanceCard } from '../books/trial-balance-card.ts';

/** The books as they stood at a past instant; no figures where the instant makes no sense. */
export type AsOfPage = ErrorSummary & {
  title: string;
  reports: Reports;
  field: AsOfField;
  note: Note | undefined;
  figures: AsOfFigures | undefined;
};

export type AsOfFigures = {
  trialBalance: TrialBalanceCard;
  liability: LiabilityRow[];
  total: string;
  /** How many members, in words. */
  members: string;
  owed: OwedRow[];
  pager: Pager;
};

type LiabilityRow = { name: string; members: string; amount: string };
type OwedRow = {
  href: string;
  number: number;
  name: string;
  pending: string;
  available: string;
  inTransit: string;
  total: string;
};

type Read = AsOf & { time: LocalTime; owed: OwedPage; isFirst: boolean };
type Around = { field: AsOfField; reports: Reports };

/** The page that says what is wrong with the instant that was asked for. */
export const noInstantPage = ({ field, reports }: Around): AsOfPage => ({
  ...{ title: 'The books at a past instant', reports, field },
  ...{ note: undefined, figures: undefined },
  errors: field.error === undefined ? [] : [{ field: 'at', message: field.error }],
});

export function asOfPage(read: Read, { field, reports }: Around, formats: Formats): AsOfPage {
  const { time, liability, owed } = read;
  const path = '/finance/as-of';
  return {
    title: `The books as of ${instantText(time.at, field.zone)}`,
    ...{ reports, field, errors: [] },
    note: clockNote(time, path, field.zone),
    figures: {
      trialBalance: trialBalanceCard(read.trialBalance, ({ id }) => entries(id, time.at), formats),
      liability: liabilityRows(liability, formats),
      total: formats.money(liability.pending + liability.available + liability.inTransit),
      members: `${formats.count(liability.members)} ${liability.members === 1n ? 'member' : 'members'}`,
      owed: owed.members.map((member) => owedRow(member, time.at, formats)),
      pager: {
        label: 'Pages of members',
        newer: read.isFirst ? undefined : asOfPath(path, time.at),
        older: owed.next && asOfPath(path, time.at, { after: String(owed.next) }),
        words: { newer: 'First page', older: 'Next page' },
      },
    },
  };
}

const entries = (account: string, at: Date) =>
  withQuery('/finance/ledger', { account, recorded: at.toISOString() });

function liabilityRows(liability: Liability, { money, count }: Formats): LiabilityRow[] {
  const { holders } = liability;
  return (['pending', 'available', 'inTransit'] as const).map((bucket) => ({
    name: BUCKETS[bucket],
    members: count(holders[bucket]),
    amount: money(liability[bucket]),
  }));
}

const BUCKETS = {
  pending: 'Being checked',
  available: 'Members’ balances',
  inTransit: 'Payouts on their way',
} as const;

function owedRow(member: OwedMember, at: Date, { money }: Formats): OwedRow {
  const { id, name, pending, available, inTransit } = member;
  return {
    ...{ href: asOfPath(`/finance/members/${String(id)}`, at), number: id, name },
    ...{ pending: money(pending), available: money(available), inTransit: money(inTransit) },
    total: money(pending + available + inTransit),
  };
}
