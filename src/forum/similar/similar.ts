import type { Knex } from 'knex';

import type { QuestionId } from '../rows.ts';
import type { Embedder } from './embedder.ts';
import { findRelated, findSimilar } from './find-similar.ts';
import { createLists } from './lists.ts';
import { createRecent } from './recent.ts';
import { readMatches, type Match } from './read-matches.ts';

/** Finds the questions that ask the same, for whoever asks or reads. */
export type Similar = {
  /** Up to five that most likely ask what a text asks; solved ones first, then the best first. */
  toText: (text: string) => Promise<Match[]>;
  /** Up to five that ask something like a question; at most some minutes old, but never hidden. */
  toQuestion: (id: QuestionId) => Promise<Match[]>;
};

type Needs = { db: Knex; embedder: Embedder | undefined; now: () => Date };

export function createSimilar({ db, embedder, now }: Needs): Similar {
  const matcher = { embedder, lists: createLists() };
  const recent = createRecent<QuestionId, QuestionId[]>(now);
  return {
    toText: async (text) => {
      const found = await findSimilar(db, matcher, text);
      return readMatches(
        db,
        found.map(({ id }) => id),
      );
    },
    toQuestion: async (id) => {
      const ids = await recent(id, async () => {
        const found = await findRelated(db, matcher, id);
        return found.map((one) => one.id);
      });
      return readMatches(db, ids);
    },
  };
}
