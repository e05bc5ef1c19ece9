import type { Knex } from 'knex';

import type { LedgerTransferRow } from '../../ledger/rows.ts';
import { firstDay } from '../months.ts';
import { actor, amount, day, type Cell } from './cells.ts';
import type { Extent } from './manifest.ts';
import { movements, type Pages, type Table } from './table.ts';

/** Every amount moved by hand in a month: who asked for it, who approved it, and why. */
export const adjustmentsTable: Table = {
  columns: [
    ...['id', 'seq', 'effective_date', 'made_at', 'decided_at'],
    ...['maker', 'maker_name', 'checker', 'checker_name', 'reason', 'evidence'],
    ...['debit_account', 'credit_account', 'member', 'amount', 'currency'],
  ],
  pages: async function* (db, extent): Pages {
    const adjustments = await readAdjustments(db, extent);
    yield adjustments.map(rowOf);
    return movements(adjustments);
  },
};

type Adjustment = Pick<
  LedgerTransferRow,
  'amount_minor' | 'currency' | 'actor_id' | 'approver_id' | 'ref' | 'effective_date'
> & {
  seq: bigint;
  /** Account codes. */
  debit: string;
  credit: string;
  maker: string | null;
  checker: string | null;
  /** Whose debt it is about, if it is about one. */
  member_id: number | null;
  made_at: Date;
  decided_at: Date;
  reason: string | null;
  evidence: string | null;
};

const rowOf = (adjustment: Adjustment): Cell[] => [
  ...[adjustment.ref.replace(/^.*:/, ''), adjustment.seq, day(adjustment.effective_date)],
  ...[adjustment.made_at.toISOString(), adjustment.decided_at.toISOString()],
  ...[actor(adjustment.actor_id), adjustment.maker],
  ...[actor(adjustment.approver_id), adjustment.checker],
  ...[adjustment.reason, adjustment.evidence],
  ...[adjustment.debit, adjustment.credit, actor(adjustment.member_id)],
  ...[amount(adjustment.amount_minor), adjustment.currency],
];

async function readAdjustments(db: Knex, { month, before, throughSeq }: Extent) {
  const { rows } = await db.raw<{ rows: Adjustment[] }>(
    `select j.seq, t.amount_minor, t.currency, t.actor_id, t.approver_id, t.ref,
            t.effective_date, d.code as debit, c.code as credit, a.member_id,
            coalesce(p.made_at, t.recorded_at) as made_at,
            coalesce(p.decided_at, t.recorded_at) as decided_at, p.reason, p.evidence,
            maker.name as maker, checker.name as checker
       from ledger_transfers t
       join ledger_journal j on j.transfer_id = t.id
       join ledger_accounts d on d.id = t.debit_account_id
       join ledger_accounts c on c.id = t.credit_account_id
       left join adjustments a on a.transfer_id = t.id
       left join proposals p on p.id = a.proposal_id
       left join members maker on maker.id = t.actor_id
       left join members checker on checker.id = t.approver_id
      where t.event = 'adjustment' and j.seq <= :throughSeq
        and t.effective_date >= :first and t.effective_date < :before
      order by j.seq`,
    { first: firstDay(month), before, throughSeq },
  );
  return rows;
}
