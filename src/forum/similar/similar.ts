import type { Knex } from 'knex';

import type { QuestionId, TopicId, TopicRow } from '../rows.ts';
import type { Embedder } from './embedder.ts';
import { findRelated, findSimilar } from './find-similar.ts';
import { createLists } from './lists.ts';
import { createRecent } from './recent.ts';
import { readMatches, type Match } from './read-matches.ts';

/** Finds the questions that ask the same, for whoever asks or reads. */
export type Similar = {
  /** What most likely asks what a text asks, and the topic that it most likely belongs to. */
  toText: (text: string) => Promise<Asked>;
  /** Up to five that ask something like a question; at most some minutes old, but never hidden. */
  toQuestion: (id: QuestionId) => Promise<Match[]>;
};

export type Asked = {
  /** Up to five; solved ones first, then the best first. */
  matches: Match[];
  /** One that can be asked in; undefined where nothing near enough tells. */
  topic: Topic | undefined;
};

type Topic = Pick<TopicRow, 'slug' | 'name'>;

type Needs = { db: Knex; embedder: Embedder | undefined; now: () => Date };

export function createSimilar({ db, embedder, now }: Needs): Similar {
  const matcher = { embedder, lists: createLists() };
  const recent = createRecent<QuestionId, QuestionId[]>(now);
  return {
    toText: async (text) => {
      const found = await findSimilar(db, matcher, text);
      const ids = found.questions.map(({ id }) => id);
      const [matches, topic] = await Promise.all([
        readMatches(db, ids),
        found.topic && readOpenTopic(db, found.topic),
      ]);
      return { matches, topic };
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

const readOpenTopic = (db: Knex, id: TopicId): Promise<Topic | undefined> =>
  db('topics').where({ id, archived_at: null }).first('slug', 'name');
