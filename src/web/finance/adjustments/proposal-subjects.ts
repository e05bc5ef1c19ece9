import type { Knex } from 'knex';

import type { ProposalId, ProposalRow } from '../../../approvals/rows.ts';
import { findAdjustmentsOf } from '../../../finance/adjustments/adjustments.ts';
import { findClosesOf } from '../../../finance/closing/close-requests.ts';
import { findRaisesOf } from '../../../rewards/read-budget.ts';
import { findProposedRules } from '../../../rewards/read-rule-sets.ts';
import type { Formats } from '../../format.ts';
import { adjustmentPath, describeAdjustment } from './adjustment-words.ts';
import { budgetPath } from '../rules/rules-budget-page.ts';
import { rulesPath } from '../rules/rules-page.ts';

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
  {
    kinds: ['rule-set'],
    read: async (db, ids, { day }) =>
      (await findProposedRules(db, ids)).map((rules) => [
        rules.proposal_id,
        {
          href: rulesPath(rules),
          what: `Publish draft ${String(rules.id)}, from ${day(rules.effective_from)}`,
        },
      ]),
  },
  {
    kinds: ['over-budget'],
    read: async (db, ids, { money, month }) =>
      (await findRaisesOf(db, ids)).map((raise) => [
        raise.proposal_id,
        {
          href: budgetPath(raise.month),
          what: `${raise.amount_minor === null ? 'All that waits' : money(raise.amount_minor)} more for ${month(raise.month)}`,
        },
      ]),
  },
  {
    kinds: ['period-close'],
    read: async (db, ids, formats) =>
      (await findClosesOf(db, ids)).map(({ id, month }) => [
        id,
        { href: `/finance/close/${month}`, what: `Close ${formats.month(month)}` },
      ]),
  },
];
