import type { Knex } from 'knex';

import type { Month } from '../../ledger/dates.ts';
import { decimal } from '../../ledger/money.ts';
import { findPeriod } from '../../ledger/periods.ts';
import type { MemberId } from '../../members/rows.ts';
import { readStatement } from '../statement.ts';
import { digest, type Export } from './export.ts';
import type { FileManifest } from './manifest.ts';
import { statementCsv } from './statement-csv.ts';

export type StatementManifest = FileManifest & {
  month: Month;
  state: 'open' | 'closed';
  currency: string;
  /** Lines between the opening and the closing one. */
  rows: number;
  /** Exact decimals. */
  opening_balance: string;
  closing_balance: string;
  opening_being_checked: string;
  closing_being_checked: string;
};

type Place = { timeZone: string; currency: string; siteUrl: string };

/** A member's own statement of a month as a file; a month of one member fits in memory. */
export async function exportStatement(
  db: Knex,
  { memberId, month }: { memberId: MemberId; month: Month },
  { timeZone, currency, siteUrl }: Place,
): Promise<Export<StatementManifest>> {
  const [statement, period] = await Promise.all([
    readStatement(db, memberId, { month, timeZone }),
    findPeriod(db, month),
  ]);
  const { opening, lines, closing } = statement;
  const text = statementCsv(statement, { siteUrl, currency });
  const manifest = {
    file: `statement-${month}.csv`,
    month,
    state: period?.state === 'closed' ? ('closed' as const) : ('open' as const),
    currency,
    rows: lines.length,
    opening_balance: decimal(opening.balance),
    closing_balance: decimal(closing.balance),
    opening_being_checked: decimal(opening.checking),
    closing_being_checked: decimal(closing.checking),
    ...(await digest([text])),
  };
  return { mediaType: 'text/csv', manifest, read: () => [text] };
}
