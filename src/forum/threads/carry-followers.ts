import type { MemberId } from '../../members/rows.ts';
import type { Work } from '../../work.ts';
import type { Pair } from './hold-pair.ts';

/*
 * Who follows the source, has it too or voted for it does so at the target as well. What they said
 * of the source stays where it is, so that a merge that is undone leaves it as it was.
 */

/** Followers of the source, and whoever asked it, follow the target; who did not before. */
export async function carryFollowers({ trx, at }: Work, pair: Pair): Promise<MemberId[]> {
  const { rows } = await trx.raw<Ids>(
    `insert into follows (question_id, member_id, followed_at)
     select :target, member_id, followed_at from (
            select member_id, followed_at from follows where question_id = :source
             union all select :asker, :at::timestamptz) f
      where member_id <> :author
         on conflict do nothing
     returning member_id`,
    { ...bindingsOf(pair), at },
  );
  return idsOf(rows);
}

/** Who has the source too has the target too, and so has whoever asked it; but not who asked that. */
export async function carryMeToos({ trx }: Work, pair: Pair): Promise<MemberId[]> {
  const { rows } = await trx.raw<Ids>(
    `insert into me_toos (question_id, member_id, said_at)
     select :target, member_id, said_at from (
            select member_id, said_at from me_toos where question_id = :source
             union all select :asker, :askedAt::timestamptz) m
      where member_id <> :author
         on conflict do nothing
     returning member_id`,
    { ...bindingsOf(pair), askedAt: pair.source.asked_at },
  );
  await trx('questions').where({ id: pair.target.id }).increment('me_too_count', rows.length);
  return idsOf(rows);
}

/** Votes for the source count for the target, one of each member, none of who asked that. */
export async function carryVotes({ trx }: Work, pair: Pair): Promise<MemberId[]> {
  const { rows } = await trx.raw<{ rows: { member_id: MemberId; value: number }[] }>(
    `insert into question_votes (question_id, member_id, value, voted_at)
     select :target, member_id, value, voted_at from question_votes
      where question_id = :source and member_id <> :author
         on conflict do nothing
     returning member_id, value`,
    { ...bindingsOf(pair) },
  );
  const more = rows.reduce((sum, { value }) => sum + value, 0);
  await trx('questions').where({ id: pair.target.id }).increment('score', more);
  return idsOf(rows);
}

type Ids = { rows: { member_id: MemberId }[] };

const idsOf = (rows: Ids['rows']) =>
  rows.map(({ member_id }) => member_id).sort((one, other) => one - other);

const bindingsOf = ({ source, target }: Pair) => ({
  ...{ source: source.id, target: target.id },
  ...{ asker: source.author_id, author: target.author_id },
});
