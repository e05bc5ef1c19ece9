import type { Knex } from 'knex';

import type { Events } from '../../events.ts';
import { keepExpertise, type Expertise } from '../../forum/experts/keep-expertise.ts';
import type { TopicId } from '../../forum/rows.ts';
import { standing } from '../../forum/standing.ts';
import { visible } from '../../forum/visible.ts';
import { holdMembers } from '../../members/hold-members.ts';
import type { Perform, Work } from '../../work.ts';

/** Whoever wrote an answer may know its topic better, or less well, now. */
export async function recountExpertise(
  work: Work,
  { answerId, authorId }: Pick<Events['audit decided'], 'answerId' | 'authorId'>,
): Promise<void> {
  const { rows } = await work.trx.raw<{ rows: [{ topic_id: TopicId }] }>(
    `select q.topic_id from answers a join questions q on q.id = a.question_id where a.id = ?`,
    [answerId],
  );
  await recount(work, { topicId: rows[0].topic_id, memberId: authorId });
}

/**
 * Counts anew wherever what is kept is not so any more: a pass has grown older than a year, or a
 * question has moved to another topic. Answers with how many were wrong.
 */
export async function recountExperts(db: Knex, perform: Perform, at: Date): Promise<number> {
  const { rows } = await db.raw<{ rows: Whose[] }>(
    `with counted as (${countedSql('true')})
     select coalesce(c.topic_id, e.topic_id) as "topicId",
            coalesce(c.member_id, e.member_id) as "memberId"
       from counted c
       full join topic_experts e on e.topic_id = c.topic_id and e.member_id = c.member_id
      where (c.passed, c.last_passed_at) is distinct from (e.passed, e.last_passed_at)`,
    { since: yearBefore(at) },
  );
  for (const whose of rows) await perform('system', (work) => recount(work, whose));
  return rows.length;
}

type Whose = Pick<Expertise, 'topicId' | 'memberId'>;

/** One after the other for a member, so that of two counts at a moment the later one sees both. */
async function recount(work: Work, whose: Whose): Promise<void> {
  await holdMembers(work, [whose.memberId]);
  const { rows } = await work.trx.raw<{ rows: { passed: number; last_passed_at: Date }[] }>(
    countedSql('q.topic_id = :topicId and c.author_id = :memberId'),
    { ...whose, since: yearBefore(work.at) },
  );
  const [counted] = rows;
  await keepExpertise(work, {
    ...whose,
    passed: counted?.passed ?? 0,
    lastPassedAt: counted?.last_passed_at ?? null,
  });
}

/** An answer that failed a later check than the one that it passed does not count. */
const countedSql = (which: string) => `
  select q.topic_id, c.author_id as member_id, count(distinct c.answer_id)::int as passed,
         max(v.decided_at) as last_passed_at
    from acceptances c
    join audits u on u.acceptance_id = c.id
    join verdicts v on v.audit_id = u.id and v.undone_at is null and v.decided_at > :since
    join answers a on a.id = c.answer_id
    join questions q on q.id = a.question_id
   where ${which} and ${standing} and v.verdict <> 'fail' and ${visible.answer}
     and not exists (
       select from audits fu join verdicts f on f.audit_id = fu.id
        where fu.acceptance_id = c.id and f.verdict = 'fail' and f.undone_at is null
          and f.decided_at > v.decided_at)
   group by q.topic_id, c.author_id`;

const yearBefore = (at: Date) => new Date(at.getTime() - YEAR);

/** Milliseconds. */
const YEAR = 365 * 24 * 3_600_000;
