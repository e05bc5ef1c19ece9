import type { Knex } from 'knex';

import { AUTHOR_COLUMNS, withAuthor, type Author, type AuthorColumns } from '../forum/authors.ts';
import { parseCursor } from '../forum/cursors.ts';
import { pageOf, type Page } from '../forum/question-list.ts';
import type { QuestionId, QuestionRow, TopicId, TopicRow } from '../forum/rows.ts';
import { visible } from '../forum/visible.ts';
import type { MemberId, MemberRow } from '../members/rows.ts';
import { found, Gone, NotFound } from '../refusals.ts';
import { mayKeepGuides } from './permissions.ts';
import type { GuideId, GuideRow } from './rows.ts';
import { visibleGuide } from './visible.ts';

/** A guide as one row of a list. */
export type ListedGuide = Pick<
  GuideRow,
  'id' | 'slug' | 'title' | 'excerpt' | 'state' | 'checked_at' | 'review_at'
> & { topic: Pick<TopicRow, 'slug' | 'name' | 'icon'> };

/** A guide to be read. */
export type ReadGuide = {
  guide: GuideRow;
  topic: Pick<TopicRow, 'slug' | 'name'>;
  /** Whoever last said that it is right. */
  checker: string;
  /** Whose words it was made of; the author of its answer first. */
  credits: Author[];
  /** The answer that it came from; undefined while readers cannot see it. */
  source: (Pick<QuestionRow, 'id' | 'slug' | 'title'> & { author: MemberId }) | undefined;
};

/** The guides that readers see, of a topic or of all, the newest first. */
export async function listGuides(
  db: Knex,
  { topic, after, limit = 20 }: { topic?: TopicId; after?: string | undefined; limit?: number },
): Promise<Page<ListedGuide>> {
  const before = after === undefined ? null : parseCursor(after).id;
  const { rows } = await db.raw<{ rows: ListedGuide[] }>(
    `${LISTED} where ${visibleGuide}
        and (:topic::int is null or g.topic_id = :topic)
        and (:before::int is null or g.id < :before)
      order by g.id desc limit :limit`,
    { topic: topic ?? null, before, limit: limit + 1 },
  );
  return pageOf(rows, limit, () => 0);
}

/** The guides with these words that readers see, the most telling first; at most three. */
export async function searchGuides(
  db: Knex,
  { q, topic }: { q: string; topic?: TopicId | undefined },
): Promise<ListedGuide[]> {
  const { rows } = await db.raw<{ rows: ListedGuide[] }>(
    `${LISTED} where ${visibleGuide} and (:topic::int is null or g.topic_id = :topic)
        and g.document @@ websearch_to_tsquery('goodline', :words)
      order by ts_rank_cd(g.document, websearch_to_tsquery('goodline', :words), 1) desc, g.id
      limit 3`,
    { words: q.slice(0, 500), topic: topic ?? null },
  );
  return rows;
}

/** What readers see that was made of an answer to this question. */
export async function readGuidesOf(db: Knex, question: QuestionId): Promise<ListedGuide[]> {
  const { rows } = await db.raw<{ rows: ListedGuide[] }>(
    `${LISTED} join answers a on a.id = g.answer_id
      where ${visibleGuide} and a.question_id = ? order by g.id`,
    [question],
  );
  return rows;
}

/** What readers see that credits a member, the newest first. */
export async function readGuidesCrediting(
  db: Knex,
  member: MemberId,
  { after, limit = 20 }: { after?: string | undefined; limit?: number | undefined } = {},
): Promise<Page<ListedGuide>> {
  const before = after === undefined ? null : parseCursor(after).id;
  const { rows } = await db.raw<{ rows: ListedGuide[] }>(
    `${LISTED} join guide_credits c on c.guide_id = g.id
      where ${visibleGuide} and c.member_id = :member
        and (:before::int is null or g.id < :before)
      order by g.id desc limit :limit`,
    { member, before, limit: limit + 1 },
  );
  return pageOf(rows, limit, () => 0);
}

/** The guides that readers see, each with its last change. */
export const listGuideChanges = (db: Knex): Promise<Pick<GuideRow, 'slug' | 'changed_at'>[]> =>
  db('guides as g').whereRaw(visibleGuide).orderBy('g.id').select('g.slug', 'g.changed_at');

/** Every guide for our team: what is due first, then drafts, then the rest. */
export async function listGuidesForStaff(db: Knex): Promise<ListedGuide[]> {
  const { rows } = await db.raw<{ rows: ListedGuide[] }>(
    `${LISTED}
      order by array_position(array['published', 'draft', 'archived'], g.state), g.review_at, g.id
      limit 200`,
  );
  return rows;
}

/** The guide at this address: 404 while only our team may read it, 410 once it was put away. */
export async function findGuide(
  db: Knex,
  slug: string,
  viewer: MemberRow | undefined,
): Promise<ReadGuide> {
  const guide = found(await db('guides').where({ slug }).first(), 'guide');
  if (!mayKeepGuides(viewer)) {
    if (guide.state === 'archived') throw new Gone('Our team has put this guide away.');
    if (guide.state === 'draft') throw new NotFound();
  }
  return readGuide(db, guide);
}

/** The guide of that number, for our team. */
export const findGuideById = async (db: Knex, id: GuideId): Promise<ReadGuide> =>
  readGuide(db, found(await db('guides').where({ id }).first(), 'guide'));

async function readGuide(db: Knex, guide: GuideRow): Promise<ReadGuide> {
  const { rows } = await db.raw<{ rows: Around[] }>(AROUND, [guide.id]);
  const around = found(rows[0], 'guide');
  const { topic, checker, source, author } = around;
  return { guide, topic, checker, source: source ?? undefined, credits: await readCredits() };

  async function readCredits(): Promise<Author[]> {
    const credited = await db.raw<{ rows: AuthorColumns[] }>(CREDITS, [guide.id, author]);
    return credited.rows.map((row) => withAuthor(row).author);
  }
}

type Around = Pick<ReadGuide, 'topic' | 'checker'> & {
  source: NonNullable<ReadGuide['source']> | null;
  author: MemberId;
};

const LISTED = `
  select g.id, g.slug, g.title, g.excerpt, g.state, g.checked_at, g.review_at,
         json_build_object('slug', t.slug, 'name', t.name, 'icon', t.icon) as topic
    from guides g join topics t on t.id = g.topic_id`;

const AROUND = `
  select json_build_object('slug', t.slug, 'name', t.name) as topic, m.name as checker,
         a.author_id as author,
         case when ${visible.answer} then json_build_object(
           'id', q.id, 'slug', q.slug, 'title', q.title, 'author', a.author_id) end as source
    from guides g
    join topics t on t.id = g.topic_id
    join members m on m.id = g.checked_by
    join answers a on a.id = g.answer_id
    join questions q on q.id = a.question_id
   where g.id = ?`;

const CREDITS = `
  select ${AUTHOR_COLUMNS} from guide_credits c join members m on m.id = c.member_id
   where c.guide_id = ? order by (c.member_id = ?) desc, c.credited_at, m.name`;
