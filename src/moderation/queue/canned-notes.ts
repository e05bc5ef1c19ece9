import type { Knex } from 'knex';

import { found, Invalid } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { logAct } from '../log.ts';
import type { CannedNoteId, CannedNoteRow } from '../rows.ts';

/** What the variables of a canned note stand for. */
export type CannedValues = Readonly<Record<'author' | 'topic' | 'support_number' | 'site', string>>;

/** The texts that moderators share, by title. */
export const listCannedNotes = (db: Knex): Promise<CannedNoteRow[]> =>
  db('canned_notes').where({ dropped_at: null }).orderByRaw('lower(title)');

/** One that is still in use, or undefined. */
export const findCannedNote = (db: Knex, id: CannedNoteId): Promise<CannedNoteRow | undefined> =>
  db('canned_notes').where({ id, dropped_at: null }).first();

/** A canned text as it is sent: {author}, {topic}, {support_number} and {site} are filled in. */
export const fillCanned = (body: string, values: CannedValues): string =>
  body.replaceAll(
    /\{(author|topic|support_number|site)\}/g,
    (_, name: keyof CannedValues) => values[name],
  );

type Typed = { title: string; body: string };

/** Saves a text for all moderators: a new one, or a changed one where its id is given. */
export async function saveCannedNote(work: Work, typed: Typed, id?: CannedNoteId): Promise<void> {
  const { id: changed_by } = actingModerator(work);
  await refuseUnfit(work, typed, id);
  const row = { ...typed, changed_by, changed_at: work.at };
  const notes = work.trx('canned_notes');
  const [saved] =
    id === undefined
      ? await notes.insert(row).returning('id')
      : await notes.where({ id, dropped_at: null }).update(row).returning('id');
  const subject = `note:${String(found(saved, 'note').id)}`;
  await logAct(work, { act: 'canned-note-saved', subject, note: typed.title });
}

/** Takes a text off the list; what was sent with it stays as it is. */
export async function dropCannedNote(work: Work, id: CannedNoteId): Promise<void> {
  actingModerator(work);
  const [dropped] = await work
    .trx('canned_notes')
    .where({ id, dropped_at: null })
    .update({ dropped_at: work.at })
    .returning('title');
  const { title } = found(dropped, 'note');
  await logAct(work, { act: 'canned-note-dropped', subject: `note:${String(id)}`, note: title });
}

async function refuseUnfit({ trx }: Work, { title, body }: Typed, id: CannedNoteId | undefined) {
  const unknown = /\{(?!author\}|topic\}|support_number\}|site\})[a-z_]*\}/.exec(body)?.[0];
  if (unknown !== undefined) throw new Invalid({ body: `${unknown} stands for nothing here.` });
  const twin = await trx('canned_notes')
    .whereRaw('lower(title) = lower(?)', [title])
    .where({ dropped_at: null })
    .first();
  if (twin && twin.id !== id) throw new Invalid({ title: 'There is one of this name already.' });
}
