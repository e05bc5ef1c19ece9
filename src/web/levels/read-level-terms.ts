import type { Knex } from 'knex';

import type { MemberRow } from '../../members/rows.ts';
import { needsOf, type Needs } from '../../moderation/audits/level-progress.ts';
import { readSettings } from '../../moderation/governance/settings.ts';
import { readActiveRules } from '../../rewards/rules.ts';
import type { PostingLimitRow } from '../../trust/rows.ts';
import { readLimits } from '../../trust/spam/read-suspicion.ts';

type Level = MemberRow['level'];

/** What the rules in force say of levels: every figure that a page names. */
export type LevelTerms = {
  limits: Record<Level, PostingLimitRow>;
  /** How many of a hundred paid answers are checked. */
  shares: Record<Level, number>;
  needs: Record<Exclude<Level, 'newcomer'>, Needs>;
};

/** Three queries, whoever asks. */
export async function readLevelTerms(db: Knex, at: Date): Promise<LevelTerms> {
  const [limits, rules, settings] = await Promise.all([
    readLimits(db),
    readActiveRules(db, at),
    readSettings(db),
  ]);
  return {
    limits: Object.fromEntries(limits.map((limit) => [limit.level, limit])) as LevelTerms['limits'],
    shares: {
      ...{ newcomer: rules.newcomer_share, helper: rules.helper_share },
      ...{ guide: rules.guide_share, steward: rules.steward_share },
    },
    needs: needsOf(settings),
  };
}
