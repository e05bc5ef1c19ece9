import { changeLevel } from '../../members/change-level.ts';
import type { MemberId, MemberRow } from '../../members/rows.ts';
import type { Work } from '../../work.ts';
import { type LevelRecord, readLevelRecord } from './read-level-record.ts';

/** Passed checks to become a Helper and a Guide, and the share of the last fifty a Guide needs. */
export const STEPS = { helper: 5, guide: 50, guideShare: 0.9 } as const;

/**
 * Raises a member's level when their checked answers have earned it. Never lowers it, and never
 * gives Steward, which is by invitation. A fix counts as passed: the answer was worth paying.
 */
export async function reviewLevel(work: Work, memberId: MemberId): Promise<void> {
  const member = await work.trx('members').where({ id: memberId }).first();
  if (!member || !['newcomer', 'helper'].includes(member.level)) return;
  const earned = levelFor(await readLevelRecord(work.trx, memberId));
  if (earned === 'guide' || (earned === 'helper' && member.level === 'newcomer')) {
    const reason = `Earned: ${String(STEPS[earned])} checked answers passed`;
    await changeLevel(work, memberId, { level: earned, reason });
  }
}

/** Takes back the level that a verdict earned, when that verdict is undone. */
export async function undoLevel(work: Work, memberId: MemberId, decidedAt: Date): Promise<void> {
  const earned = await work
    .trx('level_changes')
    .where({ member_id: memberId, changed_at: decidedAt })
    .first();
  if (!earned) return;
  await changeLevel(work, memberId, {
    level: earned.from_level,
    reason: 'The check that earned it was undone',
  });
}

/**
 * Raises a member to the level that their checks would have earned, one after another, had an
 * overturned fail been the pass that now stands in its place; from where an admin's hand has last
 * set it. Like any verdict it never lowers a level.
 */
export async function restoreLevel(work: Work, memberId: MemberId): Promise<void> {
  const member = await work.trx('members').where({ id: memberId }).first();
  if (!member || !['newcomer', 'helper'].includes(member.level)) return;
  const byHand = await work
    .trx('level_changes')
    .where({ member_id: memberId })
    .whereNotNull('actor_id')
    .orderBy('id', 'desc')
    .first();
  const record = await readRecordOverTime(work, memberId);
  const since = record.filter(({ at }) => !byHand || at > byHand.changed_at);
  const earned = since.map(levelFor);
  const level = (['guide', 'helper'] as const).find((one) => earned.includes(one));
  if (level === 'guide' || (level === 'helper' && member.level === 'newcomer')) {
    await changeLevel(work, memberId, {
      level,
      reason: 'Earned, as an overturned check has shown',
    });
  }
}

function levelFor({ passed, last, lastPassed }: LevelRecord): MemberRow['level'] {
  const isSteady = Number(lastPassed) >= Number(last) * STEPS.guideShare;
  if (passed >= BigInt(STEPS.guide) && isSteady) return 'guide';
  return passed >= BigInt(STEPS.helper) ? 'helper' : 'newcomer';
}

/** The record as it stood after each check; a pass on appeal counts where the fail had stood. */
async function readRecordOverTime(
  work: Work,
  memberId: MemberId,
): Promise<(LevelRecord & { at: Date })[]> {
  const { rows } = await work.trx.raw<{ rows: (LevelRecord & { at: Date })[] }>(
    `select coalesce(o.decided_at, v.decided_at) as at,
            count(*) filter (where v.verdict <> 'fail') over whole as passed,
            count(*) over recent as last,
            count(*) filter (where v.verdict <> 'fail') over recent as "lastPassed"
       from verdicts v
       left join verdicts o on o.id = v.replaces_id
       join audits a on a.id = v.audit_id
       join acceptances c on c.id = a.acceptance_id
      where c.author_id = ? and v.undone_at is null
     window whole as (order by coalesce(o.decided_at, v.decided_at), coalesce(o.id, v.id)
                      rows unbounded preceding),
            recent as (order by coalesce(o.decided_at, v.decided_at), coalesce(o.id, v.id)
                       rows 49 preceding)
      order by at, coalesce(o.id, v.id)`,
    [memberId],
  );
  return rows;
}
