import type { Work } from '../../work.ts';
import type { QuestionMergeRow } from '../rows.ts';
import type { Pair } from './hold-pair.ts';

/*
 * What came to the target with a merge leaves it again, unless its member has said it anew since:
 * then it bears another instant and is theirs.
 */

/** Who followed the target only since the merge does not any more. */
export async function bringBackFollowers({ trx }: Work, merge: QuestionMergeRow, pair: Pair) {
  await trx.raw(
    `delete from follows f
      where f.question_id = :target and f.member_id = any(:ids)
        and f.followed_at in (
            select followed_at from follows where question_id = :source and member_id = f.member_id
             union all select :at::timestamptz)`,
    { ...bindingsOf(pair), ids: merge.follower_ids, at: merge.merged_at },
  );
}

/** Who had the target too only since the merge does not any more. */
export async function bringBackMeToos({ trx }: Work, merge: QuestionMergeRow, pair: Pair) {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `delete from me_toos m
      where m.question_id = :target and m.member_id = any(:ids)
        and m.said_at in (
            select said_at from me_toos where question_id = :source and member_id = m.member_id
             union all select :at::timestamptz)
     returning m.member_id`,
    { ...bindingsOf(pair), ids: merge.me_too_ids, at: pair.source.asked_at },
  );
  await trx('questions').where({ id: pair.target.id }).decrement('me_too_count', rows.length);
}

/** Votes that counted for the target only since the merge do not any more. */
export async function bringBackVotes({ trx }: Work, merge: QuestionMergeRow, pair: Pair) {
  const { rows } = await trx.raw<{ rows: { value: number }[] }>(
    `delete from question_votes v
      using question_votes was
      where v.question_id = :target and v.member_id = any(:ids)
        and was.question_id = :source and was.member_id = v.member_id
        and (was.value, was.voted_at) = (v.value, v.voted_at)
     returning v.value`,
    { ...bindingsOf(pair), ids: merge.voter_ids },
  );
  const less = rows.reduce((sum, { value }) => sum + value, 0);
  await trx('questions').where({ id: pair.target.id }).decrement('score', less);
}

const bindingsOf = ({ source, target }: Pair) => ({ source: source.id, target: target.id });
