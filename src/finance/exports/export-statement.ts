import type { Knex } from 'knex';

import type { Month } from '../../ledger/dates.ts';
import { decimal } from '../../ledger/money.ts';
import { findPeriod } from '../../ledger/periods.ts';
import type { MemberRow } from '../../members/rows.ts';
import { readStatement, type Statement } from '../statement/statement.ts';
import { digest, type Export } from './export.ts';
import type { FileManifest } from './manifest.ts';
import { statementCsv } from './statement-csv.ts';
import { statementPdf } from './statement-pdf.ts';

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

type Asked = { member: Pick<MemberRow, 'id' | 'name'>; month: Month; as: 'csv' | 'pdf' };

/** Where the community is, what it is called, and how a month is written there. */
type Place = {
  timeZone: string;
  currency: string;
  siteUrl: string;
  siteName: string;
  monthTitle: string;
};

/** A member's own statement of a month as a file; a month of one member fits in memory. */
export async function exportStatement(
  db: Knex,
  { member, month, as }: Asked,
  place: Place,
): Promise<Export<StatementManifest>> {
  const [statement, period] = await Promise.all([
    readStatement(db, member.id, { month, timeZone: place.timeZone }),
    findPeriod(db, month),
  ]);
  const { opening, lines, closing } = statement;
  const { mediaType, make } = KINDS[as];
  const file = await make(statement, { ...place, name: member.name });
  const manifest = {
    file: `statement-${month}.${as}`,
    month,
    state: period?.state === 'closed' ? ('closed' as const) : ('open' as const),
    currency: place.currency,
    rows: lines.length,
    opening_balance: decimal(opening.balance),
    closing_balance: decimal(closing.balance),
    opening_being_checked: decimal(opening.checking),
    closing_being_checked: decimal(closing.checking),
    ...(await digest([file])),
  };
  return { mediaType, manifest, read: () => [file] };
}

type Kind = {
  mediaType: string;
  make: (
    statement: Statement,
    place: Place & { name: string },
  ) => string | Uint8Array | Promise<Uint8Array>;
};

const KINDS: Record<Asked['as'], Kind> = {
  csv: { mediaType: 'text/csv', make: statementCsv },
  pdf: { mediaType: 'application/pdf', make: statementPdf },
};
