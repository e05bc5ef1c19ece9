import type {
  AnnualTotals,
  TotalsPage as Totals,
  Year,
} from '../../../finance/reports/annual-totals.ts';
import type { Formats } from '../../format.ts';
import { withQuery } from '../../forum/paths.ts';
import type { EmptyState } from '../../look/empty.ts';
import type { Pager } from '../../look/notes.ts';
import type { Reports } from './reports.ts';

/** Every member's totals of a year, and what they come to. */
export type AnnualPage = {
  title: string;
  reports: Reports;
  year: Year;
  years: { value: string; label: string; chosen: boolean }[];
  csv: string;
  manifest: string;
  rows: TotalsRow[];
  sums: TotalsRow;
  pager: Pager;
  empty: EmptyState | undefined;
};

/** A line of totals; amounts as they are printed, in the order of the columns. */
export type TotalsRow = {
  name: string;
  href: string | undefined;
  opening: string;
  earned: string;
  takenBack: string;
  repaid: string;
  paidOut: string;
  expired: string;
  adjusted: string;
  closing: string;
};

/** Lines of totals under a name for those who hear the page, with or without what they come to. */
export type TotalsTable = {
  label: string;
  first: string;
  rows: TotalsRow[];
  sums: TotalsRow | undefined;
};

type Read = Totals & {
  year: Year;
  current: Year;
  sums: AnnualTotals & { members: bigint };
  isFirst: boolean;
  reports: Reports;
};

export function totalsPage(read: Read, formats: Formats): AnnualPage {
  const { year, members, next, sums, isFirst, reports } = read;
  const path = `/finance/totals/${year}`;
  const many = `${formats.count(sums.members)} ${sums.members === 1n ? 'member' : 'members'}`;
  return {
    ...{ title: `Annual totals of ${year}`, reports, year },
    years: yearsFrom(read.current, year),
    ...{ csv: `${path}.csv`, manifest: `${path}.csv.manifest.json` },
    rows: members.map((one) =>
      totalsRow(`${String(one.id)} · ${one.name}`, memberPath(one), one, formats),
    ),
    sums: totalsRow(`All ${many}`, undefined, sums, formats),
    pager: {
      label: 'Pages of members',
      newer: isFirst ? undefined : path,
      older: next && withQuery(path, { after: String(next) }),
      words: { newer: 'First page', older: 'Next page' },
    },
    empty: sums.members === 0n ? nothingIn(year) : undefined,
  };
}

/** The columns of one line; the name leads somewhere where there is an address. */
export function totalsRow(
  name: string,
  href: string | undefined,
  totals: AnnualTotals,
  { money }: Formats,
): TotalsRow {
  const { opening, earned, takenBack, repaid, paidOut, expired, adjusted, closing } = totals;
  return {
    ...{ name, href, opening: money(opening), earned: money(earned) },
    ...{ takenBack: money(takenBack), repaid: money(repaid), paidOut: money(paidOut) },
    ...{ expired: money(expired), adjusted: money(adjusted), closing: money(closing) },
  };
}

const memberPath = ({ id }: { id: number }) => `/finance/members/${String(id)}`;

/** Six years up to this one, and the one that is looked at. */
function yearsFrom(current: Year, year: Year) {
  const last = Number(current);
  const recent = Array.from({ length: 6 }, (_, index) => String(last - index));
  return [...new Set([...recent, year])]
    .sort()
    .reverse()
    .map((value) => ({ value, label: value, chosen: value === year }));
}

const nothingIn = (year: Year): EmptyState => ({
  art: 'sim',
  title: `Nothing in ${year}`,
  text: 'No member had a balance in that year. Choose another year above.',
});
