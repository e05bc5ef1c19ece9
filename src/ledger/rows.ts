// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { Branded } from '../db/branded.ts';

export type LedgerAccountId = Branded<number, 'ledger_account'>;
export type LedgerCheckpointId = Branded<number, 'ledger_checkpoint'>;
export type LedgerPeriodId = Branded<string, 'ledger_period'>;
export type LedgerTransferId = Branded<bigint, 'ledger_transfer'>;
export type LedgerVerificationId = Branded<number, 'ledger_verification'>;

export type LedgerAccountKindRow = {
  pattern: string;
  kind: 'asset' | 'liability' | 'equity' | 'income' | 'expense';
  /** Whether accounts of this kind keep a balance row that cannot go below zero. */
  guarded: boolean;
  gl_code: string;
};

export type NewLedgerAccountKindRow = {
  pattern: string;
  kind: 'asset' | 'liability' | 'equity' | 'income' | 'expense';
  guarded: boolean;
  gl_code: string;
};

export type LedgerAccountRow = {
  id: LedgerAccountId;
  code: string;
  kind: 'asset' | 'liability' | 'equity' | 'income' | 'expense';
  currency: string;
  guarded: boolean;
  gl_code: string;
  opened_at: Date;
};

export type NewLedgerAccountRow = {
  code: string;
  kind: 'asset' | 'liability' | 'equity' | 'income' | 'expense';
  currency: string;
  guarded: boolean;
  gl_code: string;
  opened_at: Date;
};

export type LedgerBalanceRow = {
  account_id: LedgerAccountId;
  amount_minor: bigint;
  version: bigint;
};

export type NewLedgerBalanceRow = {
  account_id: LedgerAccountId;
  amount_minor?: bigint;
  version?: bigint;
};

export type LedgerBlockRow = {
  number: bigint;
  /** Entries 1 to this number are under the root. */
  tree_size: bigint;
  /** The Merkle tree hash of RFC 6962 over every leaf so far. */
  root: Buffer;
  entries: number;
  /** The control total of the block's own entries. */
  amount_minor: bigint;
  sealed_at: Date;
};

export type NewLedgerBlockRow = {
  number: bigint;
  tree_size: bigint;
  root: Buffer;
  entries: number;
  amount_minor: bigint;
  sealed_at: Date;
};

export type LedgerCheckpointRow = {
  id: LedgerCheckpointId;
  why: string;
  tree_size: bigint;
  root: Buffer;
  made_at: Date;
};

export type NewLedgerCheckpointRow = {
  why: string;
  tree_size: bigint;
  root: Buffer;
  made_at: Date;
};

export type LedgerClockRow = {
  one: boolean;
  /** How far a recorded instant may be from the server's clock; null while history is imported. */
  tolerance: string | null;
};

export type NewLedgerClockRow = {
  one?: boolean;
  tolerance?: string | null;
};

export type LedgerClosingTotalRow = {
  period: LedgerPeriodId;
  line: string;
  /** How many of them hold something. */
  accounts: bigint;
  debit_minor: bigint;
  credit_minor: bigint;
};

export type NewLedgerClosingTotalRow = {
  period: LedgerPeriodId;
  line: string;
  accounts: bigint;
  debit_minor: bigint;
  credit_minor: bigint;
};

export type LedgerJournalRow = {
  seq: bigint;
  transfer_id: LedgerTransferId;
  /** SHA-256 of the zero byte and the transfer's canonical text: its leaf in the Merkle tree. */
  leaf: Buffer;
};

export type NewLedgerJournalRow = {
  seq: bigint;
  transfer_id: LedgerTransferId;
  leaf: Buffer;
};

export type LedgerMonthTotalRow = {
  period: string;
  /** An account's code; members' accounts are one line each, as member:%:available. */
  line: string;
  debit_minor: bigint;
  credit_minor: bigint;
  /** Members' accounts that came to hold something, less those that were emptied. */
  holders: bigint;
};

export type NewLedgerMonthTotalRow = {
  period: string;
  line: string;
  debit_minor: bigint;
  credit_minor: bigint;
  holders: bigint;
};

export type LedgerNodeRow = {
  level: number;
  /** Over the leaves position * 2^level and following. */
  position: bigint;
  hash: Buffer;
};

export type NewLedgerNodeRow = {
  level: number;
  position: bigint;
  hash: Buffer;
};

export type LedgerPeriodRow = {
  id: LedgerPeriodId;
  state: 'open' | 'closing' | 'closed';
  opened_at: Date;
  closing_by: number | null;
  closing_at: Date | null;
  /** The transaction that began the close: a fence must have been raised after it. */
  closing_xid: string | null;
  closed_by: number | null;
  closed_at: Date | null;
  /** The last number in the journal when it was closed: how far its files look, for ever. */
  last_seq: bigint | null;
};

export type NewLedgerPeriodRow = {
  id: LedgerPeriodId;
  state?: 'open' | 'closing' | 'closed';
  opened_at: Date;
  closing_by?: number | null;
  closing_at?: Date | null;
  closing_xid?: string | null;
  closed_by?: number | null;
  closed_at?: Date | null;
  last_seq?: bigint | null;
};

export type LedgerSealerRow = {
  one: boolean;
  tree_size: bigint;
  /** The roots of the perfect subtrees, the largest first. */
  peaks: Buffer[];
  /** Every transfer up to this id is sealed, and what is not there will never be. */
  low_id: bigint;
  /** The next low_id, once every transaction before candidate_xid is over. */
  candidate_id: bigint | null;
  candidate_xid: string | null;
};

export type NewLedgerSealerRow = {
  one?: boolean;
  tree_size?: bigint;
  peaks?: Buffer[];
  low_id?: bigint;
  candidate_id?: bigint | null;
  candidate_xid?: string | null;
};

export type LedgerTotalsMarkRow = {
  one: boolean;
  /** Entries up to this number are in the totals. */
  through_seq: bigint;
};

export type NewLedgerTotalsMarkRow = {
  one?: boolean;
  through_seq?: bigint;
};

export type LedgerTransferRow = {
  id: LedgerTransferId;
  /** The caller's name for this movement: posted twice it moves money once. */
  key: string;
  event: 'reward.hold' | 'reward.release' | 'reward.void' | 'reward.clawback' | 'reward.recovery' | 'payout.reserve' | 'payout.confirm' | 'payout.fail' | 'credit.expire' | 'adjustment' | 'reversal' | 'sponsor.fund' | 'match';
  /** references ledger_accounts: without a foreign key, which would lock the hot parent row. */
  debit_account_id: LedgerAccountId;
  /** references ledger_accounts: without a foreign key, which would lock the hot parent row. */
  credit_account_id: LedgerAccountId;
  amount_minor: bigint;
  currency: string;
  debit_after: bigint | null;
  credit_after: bigint | null;
  /** Waits to be settled, once, by another transfer. */
  pending: boolean;
  /** The pending transfer that this one ends. */
  settles: LedgerTransferId | null;
  reverses: LedgerTransferId | null;
  /** The first transfer of the same business event. */
  journal: bigint;
  /** The business record, as kind:id. */
  ref: string;
  actor_id: number | null;
  approver_id: number | null;
  recorded_at: Date;
  /** The operator's date, or the first of the open month where its own was already closing. */
  effective_date: string;
};

export type NewLedgerTransferRow = {
  key: string;
  event: 'reward.hold' | 'reward.release' | 'reward.void' | 'reward.clawback' | 'reward.recovery' | 'payout.reserve' | 'payout.confirm' | 'payout.fail' | 'credit.expire' | 'adjustment' | 'reversal' | 'sponsor.fund' | 'match';
  debit_account_id: LedgerAccountId;
  credit_account_id: LedgerAccountId;
  amount_minor: bigint;
  currency: string;
  debit_after?: bigint | null;
  credit_after?: bigint | null;
  pending: boolean;
  settles?: LedgerTransferId | null;
  reverses?: LedgerTransferId | null;
  journal: bigint;
  ref: string;
  actor_id?: number | null;
  approver_id?: number | null;
  recorded_at: Date;
  effective_date: string;
};

export type LedgerVerificationRow = {
  id: LedgerVerificationId;
  by: 'night' | 'shell' | 'desk';
  started_at: Date;
  finished_at: Date;
  /** How many entries there were at the start. */
  tree_size: bigint;
  rules: number;
  /** How many of the rules did not hold. */
  broken: number;
  /** The first rule that did not hold, and its row. */
  first: string | null;
};

export type NewLedgerVerificationRow = {
  by: 'night' | 'shell' | 'desk';
  started_at: Date;
  finished_at: Date;
  tree_size: bigint;
  rules: number;
  broken: number;
  first?: string | null;
};

declare module 'knex/types/tables.js' {
  interface Tables {
    ledger_account_kinds: Knex.CompositeTableType<LedgerAccountKindRow, NewLedgerAccountKindRow, Partial<NewLedgerAccountKindRow>>;
    ledger_accounts: Knex.CompositeTableType<LedgerAccountRow, NewLedgerAccountRow, Partial<NewLedgerAccountRow>>;
    ledger_balances: Knex.CompositeTableType<LedgerBalanceRow, NewLedgerBalanceRow, Partial<NewLedgerBalanceRow>>;
    ledger_blocks: Knex.CompositeTableType<LedgerBlockRow, NewLedgerBlockRow, Partial<NewLedgerBlockRow>>;
    ledger_checkpoints: Knex.CompositeTableType<LedgerCheckpointRow, NewLedgerCheckpointRow, Partial<NewLedgerCheckpointRow>>;
    ledger_clock: Knex.CompositeTableType<LedgerClockRow, NewLedgerClockRow, Partial<NewLedgerClockRow>>;
    ledger_closing_totals: Knex.CompositeTableType<LedgerClosingTotalRow, NewLedgerClosingTotalRow, Partial<NewLedgerClosingTotalRow>>;
    ledger_journal: Knex.CompositeTableType<LedgerJournalRow, NewLedgerJournalRow, Partial<NewLedgerJournalRow>>;
    ledger_month_totals: Knex.CompositeTableType<LedgerMonthTotalRow, NewLedgerMonthTotalRow, Partial<NewLedgerMonthTotalRow>>;
    ledger_nodes: Knex.CompositeTableType<LedgerNodeRow, NewLedgerNodeRow, Partial<NewLedgerNodeRow>>;
    ledger_periods: Knex.CompositeTableType<LedgerPeriodRow, NewLedgerPeriodRow, Partial<NewLedgerPeriodRow>>;
    ledger_sealer: Knex.CompositeTableType<LedgerSealerRow, NewLedgerSealerRow, Partial<NewLedgerSealerRow>>;
    ledger_totals_mark: Knex.CompositeTableType<LedgerTotalsMarkRow, NewLedgerTotalsMarkRow, Partial<NewLedgerTotalsMarkRow>>;
    ledger_transfers: Knex.CompositeTableType<LedgerTransferRow, NewLedgerTransferRow, Partial<NewLedgerTransferRow>>;
    ledger_verifications: Knex.CompositeTableType<LedgerVerificationRow, NewLedgerVerificationRow, Partial<NewLedgerVerificationRow>>;
  }
}
