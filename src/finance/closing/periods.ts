import type { Knex } from 'knex';

import type { Month } from '../../ledger/dates.ts';
import type { LedgerPeriodRow } from '../../ledger/rows.ts';

/** A month of the ledger, with the names of whoever asked to close it and whoever did. */
export type Period = Omit<LedgerPeriodRow, 'id'> & {
  id: Month;
  maker: string | null;
  checker: string | null;
};

/** Every month that something was booked under, the newest first. */
export async function readPeriods(db: Knex): Promise<Period[]> {
  const { rows } = await db.raw<{ rows: Period[] }>(
    `select p.*, maker.name as maker, checker.name as checker
       from ledger_periods p
       left join members maker on maker.id = p.closing_by
       left join members checker on checker.id = p.closed_by
      order by p.id desc`,
  );
  return rows;
}
