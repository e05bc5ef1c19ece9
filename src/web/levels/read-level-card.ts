import type { Knex } from 'knex';

import type { MemberRow } from '../../members/rows.ts';
import { readProgress } from '../../moderation/audits/level-progress.ts';
import { levelCard, type LevelCard } from './level-card.ts';
import { readLevelTerms } from './read-level-terms.ts';

/** A member's own level, for their eyes alone. */
export async function readLevelCard(db: Knex, member: MemberRow, at: Date): Promise<LevelCard> {
  const terms = await readLevelTerms(db, at);
  return levelCard(member.level, await readProgress(db, member, terms.needs), terms);
}
