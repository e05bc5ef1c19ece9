import type { Knex } from 'knex';

import { Conflict, found, Invalid, NotAllowed } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import type { SanctionTextRow } from '../rows.ts';

/** The texts in use, the latest version of each, in the order of their names. */
export async function readTexts(
  db: Knex,
): Promise<(SanctionTextRow & { writer: string | null })[]> {
  const { rows } = await db.raw<{ rows: (SanctionTextRow & { writer: string | null })[] }>(
    `select distinct on (t.slug) t.*, m.name as writer
       from sanction_texts t left join members m on m.id = t.made_by
      order by t.slug, t.version desc`,
  );
  return rows;
}

/** The version of a text that is in use; undefined if there is no such text. */
export const findText = (db: Knex, slug: string): Promise<SanctionTextRow | undefined> =>
  db('sanction_texts').where({ slug }).orderBy('version', 'desc').first();

/** Every version of a text, the latest first. */
export async function readVersions(
  db: Knex,
  slug: string,
): Promise<(SanctionTextRow & { writer: string | null })[]> {
  const { rows } = await db.raw<{ rows: (SanctionTextRow & { writer: string | null })[] }>(
    `select t.*, m.name as writer
       from sanction_texts t left join members m on m.id = t.made_by
      where t.slug = ? order by t.version desc`,
    [slug],
  );
  return rows;
}

/**
 * An admin words a text anew: another version, for sanctions from now on. Those imposed before
 * keep what they said. Refused where another admin was quicker.
 */
export async function rewordText(
  work: Work,
  { slug, label, body, version }: Pick<SanctionTextRow, 'slug' | 'label' | 'body' | 'version'>,
): Promise<void> {
  const admin = actingMember(work);
  if (admin.role !== 'admin') throw new NotAllowed('Only an admin can change these texts.');
  const now = found(await findText(work.trx, slug), 'text');
  if (now.version !== version) throw new Conflict('Another admin has changed this meanwhile.');
  if ([...body].length < 10) throw new Invalid({ body: 'Say it in a sentence or two.' });
  const next = { slug, label, body, version: version + 1, made_by: admin.id, made_at: work.at };
  const [written] = await work
    .trx('sanction_texts')
    .insert(next)
    .onConflict(['slug', 'version'])
    .ignore()
    .returning('id');
  if (!written) throw new Conflict('Another admin has changed this meanwhile.');
}
