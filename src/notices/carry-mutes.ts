import type { QuestionMergeRow } from '../forum/rows.ts';
import type { Work } from '../work.ts';

/** Whoever follows a question only since another was merged into it, and had muted that, hears nothing of it either. */
export async function carryMutes({ trx }: Work, merge: Carried): Promise<void> {
  await trx.raw(
    `insert into thread_mutes (member_id, question_id, muted_at)
     select member_id, :target, muted_at from thread_mutes
      where question_id = :source and member_id = any(:followers)
         on conflict do nothing`,
    bindingsOf(merge),
  );
}

/** What came with a merge goes with it, unless its member has muted the thread anew since. */
export async function dropCarriedMutes({ trx }: Work, merge: Carried): Promise<void> {
  await trx.raw(
    `delete from thread_mutes m using thread_mutes was
      where m.question_id = :target and m.member_id = any(:followers)
        and was.question_id = :source
        and (was.member_id, was.muted_at) = (m.member_id, m.muted_at)`,
    bindingsOf(merge),
  );
}

type Carried = Pick<QuestionMergeRow, 'source_id' | 'target_id' | 'follower_ids'>;

const bindingsOf = ({ source_id, target_id, follower_ids }: Carried) => ({
  ...{ source: source_id, target: target_id, followers: follower_ids },
});
