import type { Knex } from 'knex';

import type { ListedWordRow } from '../rows.ts';
import { foldedWords } from './fold.ts';

export type Listed = Pick<ListedWordRow, 'phrase' | 'effect'>;

/** The words and phrases on the lists that a text says, as whole words alone. */
export async function findListed(db: Knex, text: string): Promise<Listed[]> {
  const entries = await db('listed_words')
    .where({ removed_at: null })
    .select('phrase', 'effect')
    .orderBy('id');
  return listedIn(text, entries);
}

/** Those of the entries that a text says, however they are spelled; never inside another word. */
export function listedIn<Entry extends Pick<Listed, 'phrase'>>(
  text: string,
  entries: readonly Entry[],
): Entry[] {
  const said = ` ${foldedWords(text).join(' ')} `;
  return entries.filter(({ phrase }) => said.includes(` ${foldedWords(phrase).join(' ')} `));
}
