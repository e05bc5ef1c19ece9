import type { Knex } from 'knex';

import type { Month } from '../../ledger/dates.ts';
import { decimal } from '../../ledger/money.ts';
import { readContactCosts } from '../reports/contact-cost.ts';
import { perQuestion, readCosts, type Cost } from '../reports/cost-per-question.ts';
import { exact, type Cell } from './cells.ts';
import { row } from './csv.ts';
import { digest, type Export } from './export.ts';
import type { FileManifest } from './manifest.ts';

export type CostsManifest = FileManifest & {
  month: Month;
  currency: string;
  /** Topics. */
  rows: number;
  resolved: number;
  /** Exact decimals; no cost per contact until finance has set one. */
  reward_cost: string;
  cost_per_contact: string | null;
};

/** A month's cost per resolved question by topic as a file, as it stands now. */
export async function exportCosts(
  db: Knex,
  { month, timeZone, currency }: { month: Month; timeZone: string; currency: string },
): Promise<Export<CostsManifest>> {
  const [[costs], [contact]] = await Promise.all([
    readCosts(db, { last: month, count: 1, timeZone }),
    readContactCosts(db),
  ]);
  const { topics, ...sums } = costs ?? { topics: [], resolved: 0n, cost: 0n };
  const line = (name: string, slug: string, of: Cost) =>
    row([name, slug, of.resolved, ...figures(of, contact?.amount_minor), currency]);
  const text = [
    row(COLUMNS),
    ...topics.map(({ topic, ...of }) => line(topic?.name ?? '', topic?.slug ?? '', of)),
    line('total', '', sums),
  ].join('');
  const manifest = {
    ...{ file: `cost-per-question-${month}.csv`, month, currency, rows: topics.length },
    ...{ resolved: Number(sums.resolved), reward_cost: decimal(sums.cost) },
    cost_per_contact: contact ? decimal(contact.amount_minor) : null,
    ...(await digest([text])),
  };
  return { mediaType: 'text/csv', manifest, read: () => [text] };
}

const COLUMNS = [
  ...['topic', 'slug', 'resolved_questions', 'reward_cost', 'cost_per_question'],
  ...['contact_centre_cost', 'difference', 'currency'],
];

function figures(of: Cost, perContact: bigint | undefined): Cell[] {
  const each = perQuestion(of);
  const centre = perContact === undefined ? undefined : perContact * of.resolved;
  return [of.cost, each, centre, centre === undefined ? undefined : centre - of.cost].map(
    (amount) => (amount === undefined ? null : exact(decimal(amount))),
  );
}
