import type { Knex } from 'knex';

import { mayModerate } from '../forum/permissions.ts';
import { visible } from '../forum/visible.ts';
import { mayHandle } from '../handoff/permissions.ts';
import type { MemberId, MemberRow } from '../members/rows.ts';
import { NotFound } from '../refusals.ts';
import type { PictureRow } from './rows.ts';

/** A picture, and whether everybody may see it now. */
export type FoundPicture = Pick<PictureRow, 'name' | 'bytes'> & { isPublic: boolean };

/**
 * A picture for this viewer. Everybody sees one while a post that uses it can be read. Otherwise it
 * is there for whoever uploaded it, whoever wrote what it stands in, moderators where a post uses
 * it, and those who handle the private case in which it was sent; to all others it is not (404).
 */
export async function findPicture(
  db: Knex,
  name: string,
  viewer: MemberRow | undefined,
): Promise<FoundPicture> {
  const { rows } = await db.raw<{ rows: Found[] }>(FIND, { name });
  const [picture] = rows;
  if (!picture || !(picture.shown || (viewer && maySee(viewer, picture)))) throw new NotFound();
  return { name: picture.name, bytes: picture.bytes, isPublic: picture.shown };
}

type Found = Pick<PictureRow, 'name' | 'bytes' | 'uploader_id'> & {
  /** Whether a post that readers see uses it. */
  shown: boolean;
  /** Whoever wrote the posts that use it. */
  authors: MemberId[];
  /** Whose private cases it was sent in. */
  confidants: MemberId[];
};

const maySee = (viewer: MemberRow, { uploader_id, authors, confidants }: Found) =>
  viewer.id === uploader_id ||
  authors.includes(viewer.id) ||
  confidants.includes(viewer.id) ||
  (authors.length > 0 && mayModerate(viewer)) ||
  confidants.some((member_id) => mayHandle(viewer, { member_id }));

const FIND = `
  select p.name, p.bytes, p.uploader_id, used.*
    from pictures p
   cross join lateral (
         select coalesce(bool_or(q.id is not null and ${visible.comment}), false) as shown,
                coalesce(array_agg(coalesce(c.author_id, a.author_id, q.author_id))
                  filter (where q.id is not null), '{}') as authors,
                coalesce(array_agg(k.member_id) filter (where k.id is not null), '{}') as confidants
           from picture_uses u
           left join comments c on c.id = u.comment_id
           left join answers a on a.id = coalesce(u.answer_id, c.answer_id)
           left join questions q on q.id = coalesce(u.question_id, a.question_id, c.question_id)
           left join case_messages m on m.id = u.case_message_id
           left join cases k on k.id = m.case_id
          where u.picture_id = p.id) used
   where p.name = :name`;
