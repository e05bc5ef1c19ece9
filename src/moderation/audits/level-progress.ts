import type { Knex } from 'knex';

import type { MemberId, MemberRow } from '../../members/rows.ts';
import { readSteadiness, type Eligibility } from '../governance/steadiness.ts';
import { STEPS } from './levels.ts';
import { readLevelRecord } from './read-level-record.ts';

type Level = MemberRow['level'];

/** What a level asks for: so many passed checks, and a percentage of the last fifty or of all. */
export type Needs = { passed: number; percent: number; of: 'none' | 'last' | 'all' };

/** How far a member is from the level after theirs. */
export type Progress = { next: Exclude<Level, 'newcomer'>; needs: Needs; has: Has };

/** Passed checks, and what percentage of those that count passed, rounded down. */
export type Has = { passed: number; percent: number };

/** What each level asks for, by the rules that give it. */
export const needsOf = (limits: Eligibility): Record<Progress['next'], Needs> => ({
  helper: { passed: STEPS.helper, percent: 0, of: 'none' },
  guide: { passed: STEPS.guide, percent: STEPS.guideShare * 100, of: 'last' },
  steward: { passed: limits.steward_passed, percent: limits.steward_share_percent, of: 'all' },
});

/** A member's way to the next level; undefined for our team and where there is none. */
export async function readProgress(
  db: Knex,
  { id, level, role }: Pick<MemberRow, 'id' | 'level' | 'role'>,
  needed: Record<Progress['next'], Needs>,
): Promise<Progress | undefined> {
  const next = NEXT[level];
  if (role !== 'member' || next === undefined) return undefined;
  const needs = needed[next];
  return { next, needs, has: await (needs.of === 'all' ? readOverall : readLately)(db, id) };
}

async function readLately(db: Knex, id: MemberId): Promise<Has> {
  const { passed, last, lastPassed } = await readLevelRecord(db, id);
  return { passed: Number(passed), percent: percentOf(lastPassed, last) };
}

async function readOverall(db: Knex, id: MemberId): Promise<Has> {
  const { checked = 0, passed = 0 } = (await readSteadiness(db, id)) ?? {};
  return { passed, percent: percentOf(BigInt(passed), BigInt(checked)) };
}

const NEXT: Partial<Record<Level, Progress['next']>> = {
  newcomer: 'helper',
  helper: 'guide',
  guide: 'steward',
};

const percentOf = (part: bigint, whole: bigint) =>
  whole === 0n ? 0 : Number((part * 100n) / whole);
