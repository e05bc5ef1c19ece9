import type { Knex } from 'knex';

import type { ProposalId, ProposalRow } from '../../approvals/rows.ts';
import type { Month } from '../../ledger/dates.ts';

/** One of the times that somebody asked to close a month, with the names of both. */
export type CloseRequest = ProposalRow & { month: Month; maker: string; checker: string | null };

/** Every time that a month was asked to be closed, the first one first. */
export const readRequests = (db: Knex, month: Month): Promise<CloseRequest[]> =>
  readWhere(db, 'c.month = ?', month);

/** The closes that these proposals ask for. */
export const findClosesOf = (db: Knex, ids: ProposalId[]): Promise<CloseRequest[]> =>
  readWhere(db, 'p.id = any(?)', ids);

/** What was asked for last and that nobody has decided; it may have expired. */
export async function findRequest(db: Knex, month: Month): Promise<CloseRequest | undefined> {
  const last = (await readRequests(db, month)).at(-1);
  return last?.decision === null ? last : undefined;
}

async function readWhere(db: Knex, condition: string, value: Month | ProposalId[]) {
  const { rows } = await db.raw<{ rows: CloseRequest[] }>(
    `select p.*, c.month, maker.name as maker, checker.name as checker
       from period_closes c
       join proposals p on p.id = c.proposal_id
       join members maker on maker.id = p.made_by
       left join members checker on checker.id = p.decided_by
      where ${condition} order by p.id`,
    [value],
  );
  return rows;
}
