import type { ContactCost } from '../../../finance/reports/contact-cost.ts';
import {
  perQuestion,
  type Cost,
  type MonthOfCosts,
} from '../../../finance/reports/cost-per-question.ts';
import { form, type Form } from '../../form-page.ts';
import type { Formats } from '../../format.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import type { Html } from '../../html.ts';
import { line } from '../../look/charts.ts';
import type { Note } from '../../look/notes.ts';
import type { Reports } from './reports.ts';

/** What resolving a question cost, by topic and month, beside what the contact centre would cost. */
export type CostsPage = {
  title: string;
  reports: Reports;
  months: { value: string; label: string; chosen: boolean }[];
  csv: string;
  manifest: string;
  /** Asks for the operator's own figure until there is one. */
  unset: Note | undefined;
  table: CostTable;
  chart: CostChart;
  form: Form;
  history: { amount: string; by: string; at: Date; reason: string }[];
};

export type CostTable = {
  label: string;
  first: string;
  rows: CostRow[];
  sums: CostRow | undefined;
};

/** Amounts as they are printed; empty where there is nothing to divide by or to compare with. */
export type CostRow = {
  name: string;
  href: string | undefined;
  resolved: string;
  cost: string;
  each: string;
  centre: string;
  difference: string;
};

export type CostChart = { wide: Html; narrow: Html; table: CostTable };

type Read = {
  months: MonthOfCosts[];
  contact: ContactCost[];
  choice: CostsPage['months'];
  reports: Reports;
};

type Redraw = { errors?: FieldErrors; typed?: Typed };

export function costsPage(
  { months, contact, choice, reports }: Read,
  { errors, typed }: Redraw,
  formats: Formats,
): CostsPage {
  const month = months.at(-1);
  const [current] = contact;
  const rowOf = costRow(current?.amount_minor, formats);
  const name = month ? formats.month(month.month) : '';
  const csv = `/finance/costs/${month?.month ?? ''}.csv`;
  return {
    ...{ title: `Cost per resolved question, ${name}`, reports, months: choice },
    ...{ csv, manifest: `${csv}.manifest.json` },
    unset: current ? undefined : UNSET,
    table: {
      ...{ label: `Costs of ${name} by topic`, first: 'Topic' },
      rows: (month?.topics ?? []).map(({ topic, ...of }) =>
        rowOf(topic?.name ?? 'For no question', topic ? `/topics/${topic.slug}` : undefined, of),
      ),
      sums: month && rowOf('All', undefined, month),
    },
    chart: chartOf(months, current?.amount_minor, formats),
    form: costForm(formats, current, errors, typed),
    history: contact.map((one) => ({
      ...{ amount: formats.money(one.amount_minor, one.currency), by: one.setter },
      ...{ at: one.set_at, reason: one.reason },
    })),
  };
}

const UNSET: Note = {
  kind: 'info',
  lead: 'What a contact costs is not set.',
  text: 'Nothing is compared until you enter your own contact centre’s figure below; we don’t guess one.',
};

const costRow =
  (perContact: bigint | undefined, { money, count }: Formats) =>
  (name: string, href: string | undefined, of: Cost): CostRow => {
    const each = perQuestion(of);
    const centre = perContact === undefined ? undefined : perContact * of.resolved;
    return {
      ...{ name, href, resolved: count(of.resolved), cost: money(of.cost) },
      each: each === undefined ? '' : money(each),
      centre: centre === undefined ? '' : money(centre),
      difference: centre === undefined ? '' : money(centre - of.cost),
    };
  };

function chartOf(
  months: MonthOfCosts[],
  perContact: bigint | undefined,
  formats: Formats,
): CostChart {
  const rowOf = costRow(perContact, formats);
  const rows = months.map((one) => rowOf(formats.month(one.month), undefined, one)).reverse();
  return {
    wide: lineOf('cost-wide', months, perContact, formats, { width: 1100, height: 280 }),
    narrow: lineOf('cost-narrow', months.slice(-6), perContact, formats, { small: true }),
    table: { label: 'Costs by month', first: 'Month', rows, sums: undefined },
  };
}

type Size = { width?: number; height?: number; small?: boolean };

function lineOf(
  id: string,
  months: MonthOfCosts[],
  perContact: bigint | undefined,
  { money, month }: Formats,
  size: Size,
): Html {
  const values = months.map((one) => perQuestion(one) ?? 0n).map((each) => (each > 0n ? each : 0n));
  const said = months.map((one, index) => `${month(one.month)} ${money(values[index] ?? 0n)}`);
  return line({
    ...{ id, title: 'Reward cost per resolved question by month', desc: `${said.join(', ')}.` },
    labels: months.map((one) => month(one.month).slice(0, 3)),
    series: [{ tone: 1, values }],
    ...{ format: money, ...size },
    ...(perContact !== undefined && { target: { value: perContact, label: money(perContact) } }),
  });
}

function costForm(
  { money }: Formats,
  current: ContactCost | undefined,
  errors: FieldErrors | undefined,
  typed: Typed | undefined,
): Form {
  const hint = current
    ? `Now ${money(current.amount_minor, current.currency)}, set by ${current.setter}.`
    : 'Your own contact centre’s figure. Not set yet.';
  const fields = [
    { name: 'amount', label: 'Cost of one contact', hint },
    { name: 'reason', label: 'Why, and where the figure is from', kind: 'long' as const },
  ];
  return form({ action: '/finance/costs', submit: 'Set the cost', fields }, errors, typed);
}
