// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { ProposalId } from '../approvals/rows.ts';
import type { Branded } from '../db/branded.ts';
import type { LedgerPeriodId, LedgerTransferId } from '../ledger/rows.ts';
import type { MemberId } from '../members/rows.ts';

export type AdjustmentId = Branded<number, 'adjustment'>;
export type ContactCostId = Branded<number, 'contact_cost'>;
export type ExportId = Branded<number, 'export'>;
export type GlMappingId = Branded<number, 'gl_mapping'>;

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

export type ContactCostRow = {
  id: ContactCostId;
  amount_minor: bigint;
  currency: string;
  reason: string;
  set_by: MemberId;
  set_at: Date;
};

export type NewContactCostRow = {
  amount_minor: bigint;
  currency: string;
  reason: string;
  set_by: MemberId;
  set_at: Date;
};

export type ExportRow = {
  id: ExportId;
  month: string;
  format: string;
  file: string;
  bytes: bigint;
  sha256: string;
  row_count: number;
  first_seq: bigint | null;
  last_seq: bigint | null;
  /** The last number of the journal that the file knows of: up to it, it can be made again. */
  through_seq: bigint;
  currency: string | null;
  debit_minor: bigint;
  credit_minor: bigint;
  state: 'open' | 'closed';
  /** Leaves of the sealed journal when it was made. */
  tree_size: bigint | null;
  /** The root over those leaves, in hexadecimal. */
  root: string | null;
  made_by: MemberId;
  made_at: Date;
};

export type NewExportRow = {
  month: string;
  format: string;
  file: string;
  bytes: bigint;
  sha256: string;
  row_count: number;
  first_seq?: bigint | null;
  last_seq?: bigint | null;
  through_seq: bigint;
  currency?: string | null;
  debit_minor: bigint;
  credit_minor: bigint;
  state: 'open' | 'closed';
  tree_size?: bigint | null;
  root?: string | null;
  made_by: MemberId;
  made_at: Date;
};

export type GlMappingRow = {
  id: GlMappingId;
  /** Accounts as a LIKE pattern, such as member:%:available. */
  line: string;
  gl_code: string;
  /** Empty where there is none. */
  cost_centre: string;
  /** Empty where there is none. */
  tax_code: string;
  from_month: string;
  reason: string;
  made_by: MemberId;
  made_at: Date;
};

export type NewGlMappingRow = {
  line: string;
  gl_code: string;
  cost_centre: string;
  tax_code: string;
  from_month: string;
  reason: string;
  made_by: MemberId;
  made_at: Date;
};

export type PeriodCloseRow = {
  proposal_id: ProposalId;
  month: LedgerPeriodId;
};

export type NewPeriodCloseRow = {
  proposal_id: ProposalId;
  month: LedgerPeriodId;
};

declare module 'knex/types/tables.js' {
  interface Tables {
    adjustments: Knex.CompositeTableType<AdjustmentRow, NewAdjustmentRow, Partial<NewAdjustmentRow>>;
    contact_costs: Knex.CompositeTableType<ContactCostRow, NewContactCostRow, Partial<NewContactCostRow>>;
    exports: Knex.CompositeTableType<ExportRow, NewExportRow, Partial<NewExportRow>>;
    gl_mappings: Knex.CompositeTableType<GlMappingRow, NewGlMappingRow, Partial<NewGlMappingRow>>;
    period_closes: Knex.CompositeTableType<PeriodCloseRow, NewPeriodCloseRow, Partial<NewPeriodCloseRow>>;
  }
}
