import type { Knex } from 'knex';

import type { MemberId } from '../../members/rows.ts';
import { AUTHOR_COLUMNS, withAuthor, type Author, type AuthorColumns } from '../authors.ts';
import type { TopicId, TopicRow } from '../rows.ts';

/** So many answers of theirs in a topic held up within a year: they know it. */
export const EXPERT_LEAST = 3;

/** Somebody who knows a topic. */
export type Expert = {
  author: Author;
  /** Answers in it that passed a check within the last 365 days, accepted and readable now. */
  passed: number;
};

/**
 * Who knows a topic, the most passed answers first: members with at least `EXPERT_LEAST`, without
 * our team and without whoever may not post at that instant.
 */
export async function findExperts(
  db: Knex,
  topic: TopicId,
  { at, limit = 5 }: { at: Date; limit?: number },
): Promise<Expert[]> {
  const { rows } = await db.raw<{ rows: (Omit<Expert, 'author'> & AuthorColumns)[] }>(
    `select e.passed, ${AUTHOR_COLUMNS}
       from topic_experts e
       join members m on m.id = e.member_id
      where e.topic_id = :topic and e.passed >= :least and m.role = 'member'
        and m.closed_at is null and (m.suspended_until is null or m.suspended_until <= :at)
      order by e.passed desc, e.member_id
      limit :limit`,
    { topic, at, least: EXPERT_LEAST, limit },
  );
  return rows.map(withAuthor);
}

/** A topic in which answers of a member held up, and how many within the last 365 days. */
export type KnownTopic = Pick<TopicRow, 'id' | 'slug' | 'name'> & Pick<Expert, 'passed'>;

/** The topics that a member knows by the same rule, or by fewer answers; the best known first. */
export async function readKnownTopics(
  db: Knex,
  member: MemberId,
  { least = EXPERT_LEAST }: { least?: number } = {},
): Promise<KnownTopic[]> {
  return db('topic_experts')
    .join('topics', 'topics.id', 'topic_experts.topic_id')
    .where({ member_id: member })
    .where('passed', '>=', least)
    .orderBy([{ column: 'passed', order: 'desc' }, 'topics.id'])
    .select('topics.id', 'topics.slug', 'topics.name', 'topic_experts.passed');
}
