import type { Work } from '../../work.ts';
import { foldedWords, stemOf } from './fold.ts';

type Titled = { title: string };

/** Counts in how many titles words stand, where some come and others go; of none, nothing is kept. */
export async function countWords(
  { trx }: Work,
  { added, gone }: { added: readonly Titled[]; gone: readonly Titled[] },
): Promise<void> {
  const less = counted(gone);
  if (less.words.length > 0) {
    await trx.raw(LESS, [less.words, less.titles]);
    await trx('likeness_words').whereIn('word', less.words).where({ questions: 0 }).delete();
  }
  const more = counted(added);
  if (more.words.length > 0) await trx.raw(MORE, [more.words, more.words.map(stemOf), more.titles]);
}

const LESS = `
  update likeness_words w set questions = greatest(w.questions - t.titles, 0)
    from unnest(?::text[], ?::int[]) as t (word, titles) where t.word = w.word`;

const MORE = `
  insert into likeness_words as w (word, stem, questions)
  select * from unnest(?::text[], ?::text[], ?::int[])
      on conflict (word) do update set questions = w.questions + excluded.questions`;

function counted(texts: readonly Titled[]) {
  const counts = new Map<string, number>();
  for (const { title } of texts) {
    for (const word of new Set(foldedWords(title))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return { words: [...counts.keys()], titles: [...counts.values()] };
}
