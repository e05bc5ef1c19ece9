// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { ProposalId } from '../approvals/rows.ts';
import type { Branded } from '../db/branded.ts';
import type { LedgerTransferId } from '../ledger/rows.ts';
import type { MemberId } from '../members/rows.ts';

export type AdjustmentId = Branded<number, 'adjustment'>;

export type AdjustmentRow = {
  id: AdjustmentId;
  proposal_id: ProposalId;
  /** The form's own number: the same form sent twice asks once. */
  request_key: string;
  kind: 'adjustment' | 'write-off';
  /** An account's code: where the amount comes from. */
  debit: string;
  /** An account's code: where it goes. */
  credit: string;
  amount_minor: bigint;
  currency: string;
  /** Whose debt is written off, or owed again. */
  member_id: MemberId | null;
  /** Null until it was approved. */
  transfer_id: LedgerTransferId | null;
};

export type NewAdjustmentRow = {
  proposal_id: ProposalId;
  request_key: string;
  kind: 'adjustment' | 'write-off';
  debit: string;
  credit: string;
  amount_minor: bigint;
  currency: string;
  member_id?: MemberId | null;
  transfer_id?: LedgerTransferId | null;
};

declare module 'knex/types/tables.js' {
  interface Tables {
    adjustments: Knex.CompositeTableType<AdjustmentRow, NewAdjustmentRow, Partial<NewAdjustmentRow>>;
  }
}
