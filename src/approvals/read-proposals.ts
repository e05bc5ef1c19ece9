import type { Knex } from 'knex';

import type { MemberRow } from '../members/rows.ts';
import type { ProposalId, ProposalRow } from './rows.ts';

/** A proposal with the name of whoever made it. */
export type ListedProposal = ProposalRow & { maker: string };

export type ProposalPage = { proposals: ListedProposal[]; older: ProposalId | undefined };

/**
 * What waits for a decision at an instant, or what expired in the thirty days before it, of every
 * kind, the newest first, `limit` of them from `after` on.
 */
export async function findProposals(
  db: Knex,
  { show, at, after, limit = 50 }: Asked,
): Promise<ProposalPage> {
  const { rows } = await db.raw<{ rows: ListedProposal[] }>(
    `select p.*, m.name as maker from proposals p join members m on m.id = p.made_by
      where p.decision is null and ${EXPIRY[show]} and (:after::int is null or p.id < :after)
      order by p.id desc limit :limit`,
    { at, after: after ?? null, limit: limit + 1 },
  );
  const proposals = rows.slice(0, limit);
  return { proposals, older: rows.length > limit ? proposals.at(-1)?.id : undefined };
}

/** How many proposals wait for this person: others' that are neither decided nor expired. */
export async function countWaiting(
  db: Knex,
  { id }: Pick<MemberRow, 'id'>,
  at: Date,
): Promise<number> {
  const { rows } = await db.raw<{ rows: [{ count: bigint }] }>(
    `select count(*) from proposals
      where decision is null and expires_at > :at and made_by <> :id`,
    { at, id },
  );
  return Number(rows[0].count);
}

type Asked = {
  show: 'waiting' | 'expired';
  at: Date;
  after?: ProposalId | undefined;
  limit?: number;
};

const EXPIRY: Record<Asked['show'], string> = {
  waiting: 'p.expires_at > :at',
  expired: `p.expires_at between :at::timestamptz - interval '30 days' and :at`,
};
