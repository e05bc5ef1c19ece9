import type { Request } from 'express';
import type { Knex } from 'knex';

import { countWaiting } from '../approvals/read-proposals.ts';
import { isFinance } from '../finance/permissions.ts';
import { countCases } from '../handoff/list-cases.ts';
import { isCaseStaff } from '../handoff/permissions.ts';
import { countPairs } from '../forum/duplicates/read-pairs.ts';
import { mayModerate } from '../forum/permissions.ts';
import { readHoldings } from '../ledger/balances.ts';
import type { MemberRow } from '../members/rows.ts';
import { countQueue } from '../moderation/queue/read-queue.ts';
import { countUnread } from '../notices/read-notices.ts';
import { isSteward } from '../moderation/governance/find-stewards.ts';
import type { Formats } from './format.ts';
import type { Shell, Viewer } from './layout.ts';
import { readToast, type Toast } from './moderation/audits/toast.ts';
import { kindOf } from './moderation/queue/round.ts';
import { standingBanner } from './moderation/sanctions/suspended.ts';
import { readStewardToast } from './moderation/stewards/steward-toast.ts';
import type { StaffArea } from './nav.ts';

/** What the top of every page says to whoever looks at it. */
export type Headline = Partial<Pick<Shell, 'viewer' | 'counts' | 'banner'>> & {
  decided?: Toast | undefined;
};

type Needs = { db: Knex; formats: Formats; now: () => Date };

/** Nothing is read for somebody who has not signed in. */
export async function readHeadline({ db, formats, now }: Needs, req: Request): Promise<Headline> {
  const { visitor } = req;
  if (!visitor) return {};
  const [seen, unread] = await Promise.all([
    viewerOf(db, formats, visitor),
    countUnread(db, visitor.id, { at: now() }),
  ]);
  const viewer = { ...seen, unread };
  const banner = standingBanner(visitor, now(), formats);
  if (isFinance(visitor)) {
    return { viewer, banner, counts: { approvals: await countWaiting(db, visitor, now()) } };
  }
  if (!isCaseStaff(visitor)) {
    const decided = viewer.steward ? await readStewardToast({ db, now }, visitor) : undefined;
    return { viewer, banner, decided };
  }
  if (!mayModerate(visitor)) {
    return { viewer, banner, counts: { cases: await countCases(db, visitor) } };
  }
  // Wherever a moderator goes on to, what they have just decided can still be undone.
  const [cases, audits, duplicates, decided] = await Promise.all([
    countCases(db, visitor),
    countQueue(db, visitor, now()),
    countPairs(db),
    readToast({ db, formats, now }, visitor, kindOf(req)),
  ]);
  return { viewer, banner, counts: { cases, audits, duplicates }, decided };
}

async function viewerOf(db: Knex, formats: Formats, member: MemberRow): Promise<Viewer> {
  const { name, role } = member;
  if (role !== 'member') return { name, staff: true, areas: AREAS[role] };
  const { available } = await readHoldings(db, member.id);
  const steward = member.level === 'steward' && (await isSteward(db, member.id));
  return { name, staff: false, areas: [], steward, balance: formats.money(available) };
}

const AREAS: Record<Exclude<MemberRow['role'], 'member'>, readonly StaffArea[]> = {
  moderator: ['staff'],
  finance: ['finance'],
  admin: ['admin'],
};
