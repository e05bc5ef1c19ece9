import type { Knex } from 'knex';

import type { ProposalId, ProposalRow } from '../../approvals/rows.ts';
import type { AdjustmentId, AdjustmentRow } from '../rows.ts';

/** An adjustment with its case, and the names of whoever it is about and of whoever decided. */
export type Adjustment = AdjustmentRow &
  Omit<ProposalRow, 'id' | 'kind'> & {
    maker: string;
    checker: string | null;
    /** The members whose balances the two accounts are. */
    from_member: string | null;
    to_member: string | null;
    /** Whose debt it is. */
    debtor: string | null;
    /** The journal's number of what was posted, a moment after it was. */
    seq: bigint | null;
  };

/** What is asked for, what was decided, or what nobody decided in time. */
export type Standing = 'open' | 'decided' | 'expired';

export type AdjustmentPage = { adjustments: Adjustment[]; older: AdjustmentId | undefined };

/** Adjustments of one standing at an instant, the newest first, `limit` of them from `after` on. */
export async function findAdjustments(
  db: Knex,
  { standing, at, after, limit = 50 }: Asked,
): Promise<AdjustmentPage> {
  const { rows } = await db.raw<{ rows: Adjustment[] }>(
    `${SELECT} where ${STANDING[standing]} and (:after::int is null or a.id < :after)
      order by a.id desc limit :limit`,
    { at, after: after ?? null, limit: limit + 1 },
  );
  const adjustments = rows.slice(0, limit);
  return { adjustments, older: rows.length > limit ? adjustments.at(-1)?.id : undefined };
}

/** One adjustment, however it stands. */
export async function findAdjustment(db: Knex, id: AdjustmentId): Promise<Adjustment | undefined> {
  const { rows } = await db.raw<{ rows: Adjustment[] }>(`${SELECT} where a.id = ?`, [id]);
  return rows[0];
}

/** The adjustments that these proposals ask for. */
export async function findAdjustmentsOf(db: Knex, ids: ProposalId[]): Promise<Adjustment[]> {
  const { rows } = await db.raw<{ rows: Adjustment[] }>(`${SELECT} where p.id = any(?)`, [ids]);
  return rows;
}

type Asked = { standing: Standing; at: Date; after?: AdjustmentId | undefined; limit?: number };

const STANDING: Record<Standing, string> = {
  open: 'p.decision is null and p.expires_at > :at',
  decided: 'p.decision is not null and :at::timestamptz is not null',
  expired: 'p.decision is null and p.expires_at <= :at',
};

const SELECT = `
  select a.*, p.reason, p.evidence, p.made_by, p.made_at, p.expires_at, p.decision, p.note,
         p.decided_by, p.decided_at, maker.name as maker, checker.name as checker,
         source.name as from_member, target.name as to_member, debtor.name as debtor, j.seq
    from adjustments a
    join proposals p on p.id = a.proposal_id
    join members maker on maker.id = p.made_by
    left join members checker on checker.id = p.decided_by
    left join members source
      on source.id = case when a.debit like 'member:%' then split_part(a.debit, ':', 2)::int end
    left join members target
      on target.id = case when a.credit like 'member:%' then split_part(a.credit, ':', 2)::int end
    left join members debtor on debtor.id = a.member_id
    left join ledger_journal j on j.transfer_id = a.transfer_id`;
