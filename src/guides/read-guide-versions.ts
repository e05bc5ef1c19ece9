import type { Knex } from 'knex';

import { AUTHOR_COLUMNS, withAuthor, type AuthorColumns } from '../forum/authors.ts';
import type { Version } from '../forum/read-versions.ts';
import type { MemberRow } from '../members/rows.ts';
import { mayKeepGuides } from './permissions.ts';
import type { GuideId } from './rows.ts';

/** What a guide has said, the newest first; to readers only what they could read then. */
export async function readGuideVersions(
  db: Knex,
  id: GuideId,
  viewer: MemberRow | undefined,
): Promise<Version[]> {
  const { rows } = await db.raw<{ rows: (Omit<Version, 'author'> & AuthorColumns)[] }>(
    `select v.version, v.title, v.body, v.reason, v.made_at, ${AUTHOR_COLUMNS}
       from guide_versions v join members m on m.id = v.editor_id
      where v.guide_id = ? ${mayKeepGuides(viewer) ? '' : 'and v.shown_at is not null'}
      order by v.version desc`,
    [id],
  );
  return rows.map(withAuthor);
}
