import {
  sumFraud,
  type FraudFigures,
  type MonthOfFraud,
} from '../../../finance/reports/fraud-figures.ts';
import type { Formats } from '../../format.ts';
import type { Reports } from './reports.ts';

/** What fraud came to, month by month, for finance. */
export type FraudReportPage = {
  title: string;
  reports: Reports;
  months: { value: string; label: string; chosen: boolean }[];
  csv: string;
  manifest: string;
  tiles: { term: string; amount: string }[];
  rows: FraudRow[];
  sums: FraudRow;
};

/** Amounts as they are printed. */
export type FraudRow = {
  name: string;
  prevented: string;
  recovered: string;
  owed: string;
  repaid: string;
  writtenOff: string;
};

type Read = {
  months: MonthOfFraud[];
  choice: FraudReportPage['months'];
  reports: Reports;
};

export function fraudReportPage(
  { months, choice, reports }: Read,
  formats: Formats,
): FraudReportPage {
  const last = months.at(-1);
  const name = last ? formats.month(last.month) : '';
  const csv = `/finance/fraud/${last?.month ?? ''}.csv`;
  const rowOf = fraudRow(formats);
  return {
    ...{ title: `Fraud, the year up to ${name}`, reports, months: choice },
    ...{ csv, manifest: `${csv}.manifest.json` },
    tiles: last ? tilesOf(last, name, formats) : [],
    rows: months.map((one) => rowOf(formats.month(one.month), one)).reverse(),
    sums: rowOf('All', sumFraud(months)),
  };
}

const tilesOf = (of: FraudFigures, name: string, { money }: Formats) => [
  { term: `Prevented in ${name}`, amount: money(of.prevented) },
  { term: `Recovered in ${name}`, amount: money(of.recovered) },
  { term: `Written off in ${name}`, amount: money(of.writtenOff) },
];

const fraudRow =
  ({ money }: Formats) =>
  (name: string, { prevented, recovered, owed, repaid, writtenOff }: FraudFigures): FraudRow => ({
    ...{ name, prevented: money(prevented), recovered: money(recovered), owed: money(owed) },
    ...{ repaid: money(repaid), writtenOff: money(writtenOff) },
  });
