import type { Knex } from 'knex';

import { decimal } from '../../ledger/money.ts';
import type { RuleShadowRow } from '../../rewards/rows.ts';
import { memberChanges } from '../../rewards/shadows.ts';
import { exact } from './cells.ts';
import { row } from './csv.ts';
import { digest, type Export } from './export.ts';
import type { FileManifest } from './manifest.ts';

export type ShadowManifest = FileManifest & {
  first_day: string;
  last_day: string;
  /** Members with an acceptance in the time. */
  rows: number;
  /** Exact decimals. */
  paid: string;
  would_pay: string;
  currency: string;
};

/** Every member's difference between what was paid and what other rules would have paid. */
export async function exportShadow(
  db: Knex,
  shadow: RuleShadowRow,
  currency: string,
): Promise<Export<ShadowManifest>> {
  const { first_day, last_day, better, worse, unchanged } = shadow;
  const read = () => shadowCsv(db, shadow, currency);
  const manifest = {
    file: `rules-${String(shadow.rule_set_id)}-${first_day}-${last_day}.csv`,
    ...{ first_day, last_day, rows: better + worse + unchanged, currency },
    paid: decimal(shadow.paid_minor),
    would_pay: decimal(shadow.would_pay_minor),
    ...(await digest(read())),
  };
  return { mediaType: 'text/csv', manifest, read };
}

async function* shadowCsv(db: Knex, { id }: RuleShadowRow, currency: string) {
  yield row(['member', 'name', 'paid', 'would_pay', 'difference', 'currency']);
  for await (const page of memberChanges(db, id)) {
    yield page
      .map(({ member_id, name, paid, would_pay }) =>
        row([
          ...[exact(String(member_id)), name],
          ...[paid, would_pay, would_pay - paid].map((amount) => exact(decimal(amount))),
          currency,
        ]),
      )
      .join('');
  }
}
