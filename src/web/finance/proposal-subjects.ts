import type { Knex } from 'knex';

import type { ProposalId, ProposalRow } from '../../approvals/rows.ts';
import { findAdjustmentsOf } from '../../finance/adjustments.ts';
import type { Formats } from '../format.ts';
import { adjustmentPath, describeAdjustment } from './adjustment-words.ts';

/** What a proposal is about, and where that has its page. */
export type Subject = { href: string; what: string };

type Kind = ProposalRow['kind'];

export const KINDS: Record<Kind, string> = {
  adjustment: 'Adjustment',
  'write-off': 'Write-off',
  'rule-set': 'Reward rules',
  'period-close': 'Month close',
  'over-budget': 'Over budget',
};

/** What each of these proposals is about, one query for each kind there is. */
export async function readSubjects(
  db: Knex,
  proposals: readonly Pick<ProposalRow, 'id' | 'kind'>[],
  formats: Formats,
): Promise<Map<ProposalId, Subject>> {
  const subjects = new Map<ProposalId, Subject>();
  for (const { kinds, read } of SOURCES) {
    const ids = proposals.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
    if (ids.length === 0) continue;
    for (const [id, subject] of await read(db, ids, formats)) subjects.set(id, subject);
  }
  return subjects;
}

type Source = {
  kinds: readonly Kind[];
  read: (db: Knex, ids: ProposalId[], formats: Formats) => Promise<[ProposalId, Subject][]>;
};

const SOURCES: readonly Source[] = [
  {
    kinds: ['adjustment', 'write-off'],
    read: async (db, ids, { money }) =>
      (await findAdjustmentsOf(db, ids)).map((adjustment) => [
        adjustment.proposal_id,
        {
          href: adjustmentPath(adjustment),
          what: `${describeAdjustment(adjustment)}, ${money(adjustment.amount_minor, adjustment.currency)}`,
        },
      ]),
  },
];
