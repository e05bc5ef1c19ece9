import type { Knex } from 'knex';

import { Conflict, found, Invalid, NotAllowed } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import type { SiteTextRow } from './rows.ts';
import { mayChangeSettings } from './settings.ts';
import { unknownVariables } from './variables.ts';

export type TextChange = {
  slug: string;
  title: string;
  body: string;
  /** The version that the admin had before them. */
  version: number;
};

/** Turns the operator's Markdown into what is kept beside it. */
export type RenderText = (markdown: string) => string;

/** One of the operator's pages, or undefined. */
export const findText = (db: Knex, slug: string): Promise<SiteTextRow | undefined> =>
  db('site_texts').where({ slug }).first();

/** All of the operator's pages, with who last changed them. */
export async function readTexts(
  db: Knex,
): Promise<(Pick<SiteTextRow, 'slug' | 'title' | 'changed_at'> & { member: string | null })[]> {
  const { rows } = await db.raw<{
    rows: (Pick<SiteTextRow, 'slug' | 'title' | 'changed_at'> & { member: string | null })[];
  }>(
    `select t.slug, t.title, t.changed_at, m.name as member
       from site_texts t left join members m on m.id = t.changed_by
      order by t.slug`,
  );
  return rows;
}

/** Changes one of the operator's pages; Conflict if somebody else did since it was opened. */
export async function changeText(
  work: Work,
  change: TextChange,
  render: RenderText,
): Promise<void> {
  const admin = actingMember(work);
  if (!mayChangeSettings(admin)) throw new NotAllowed('Only an admin can change the texts.');
  refuseUnfit(change);
  const { slug, title, body } = change;
  const text = found(await work.trx('site_texts').where({ slug }).forUpdate().first(), 'text');
  if (text.version !== change.version) throw new Conflict(CHANGED_MEANWHILE);
  await work
    .trx('site_texts')
    .where({ slug })
    .update({
      ...{ title, body, body_html: render(body), version: text.version + 1 },
      ...{ changed_by: admin.id, changed_at: work.at },
    });
}

/** What an admin reads whose page has become old under their hands. */
export const CHANGED_MEANWHILE =
  'Somebody else changed this text while you were writing. Compare it with yours before you save.';

function refuseUnfit({ title, body }: TextChange): void {
  const errors: Record<string, string> = {};
  const unknown = unknownVariables(body);
  if ([...title].length < 2 || [...title].length > 80) {
    errors.title = 'A title has 2 to 80 characters.';
  }
  if (unknown.length > 0) errors.body = `We don’t know what to put for ${unknown.join(', ')}.`;
  if (body.trim() === '') errors.body = 'Write something: the page is linked from every other.';
  if ([...body].length > 20_000) errors.body = 'A text can have 20,000 characters.';
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
}
