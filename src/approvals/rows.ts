// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { Branded } from '../db/branded.ts';
import type { MemberId } from '../members/rows.ts';

export type ProposalId = Branded<number, 'proposal'>;

export type ProposalRow = {
  id: ProposalId;
  kind: 'adjustment' | 'write-off' | 'rule-set' | 'period-close' | 'over-budget';
  reason: string;
  /** What it rests on: a ticket, a document, a checklist. */
  evidence: string;
  made_by: MemberId;
  made_at: Date;
  expires_at: Date;
  decision: 'approved' | 'declined' | 'withdrawn' | null;
  note: string;
  decided_by: MemberId | null;
  decided_at: Date | null;
};

export type NewProposalRow = {
  kind: 'adjustment' | 'write-off' | 'rule-set' | 'period-close' | 'over-budget';
  reason: string;
  evidence: string;
  made_by: MemberId;
  made_at: Date;
  expires_at: Date;
  decision?: 'approved' | 'declined' | 'withdrawn' | null;
  note?: string;
  decided_by?: MemberId | null;
  decided_at?: Date | null;
};

declare module 'knex/types/tables.js' {
  interface Tables {
    proposals: Knex.CompositeTableType<ProposalRow, NewProposalRow, Partial<NewProposalRow>>;
  }
}
