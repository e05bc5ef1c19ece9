import type { Request } from 'express';
import type { Knex } from 'knex';

import { findTopic, findTopicNamed } from '../../forum/read-topics.ts';
import type { TopicRow } from '../../forum/rows.ts';
import { parseQuery, type Query } from '../../forum/search/parse-query.ts';
import type { SearchOrder } from '../../forum/search/search-questions.ts';
import { findMemberByName } from '../../members/find-members.ts';
import type { MemberRow } from '../../members/rows.ts';
import { queryText } from '../forms.ts';

/** What somebody searches for: in the field, by links and by operators. */
export type Searching = {
  /** As typed. */
  q: string;
  query: Query;
  topic: TopicRow | undefined;
  solved: boolean | undefined;
  user: MemberRow | undefined;
  order: SearchOrder;
  after: string | undefined;
  /** Filters of the address, which the form has to keep; those in `q` keep themselves. */
  linked: { topic: string | undefined; solved: string | undefined };
  /** Operators that stand for nothing, in words. */
  unknown: readonly string[];
};

/** As much as the search field takes. */
const LONGEST = 200;

/** A topic in the address that there isn't is a 404; one that was typed is only left out. */
export async function readSearching(db: Knex, req: Request): Promise<Searching> {
  const q = (queryText(req, 'q') ?? '').trim().slice(0, LONGEST);
  const query = parseQuery(q);
  const [slug, solved] = [queryText(req, 'topic') ?? '', queryText(req, 'solved') ?? ''];
  const [topic, user] = await Promise.all([
    slug ? findTopic(db, slug) : query.topic && findTopicNamed(db, query.topic),
    query.user === undefined ? undefined : findMemberByName(db, query.user),
  ]);
  return {
    ...{ q, query, topic: topic || undefined, user },
    solved: SOLVED[solved] ?? query.solved,
    order: queryText(req, 'sort') === 'newest' ? 'newest' : 'best',
    after: queryText(req, 'after'),
    linked: { topic: slug || undefined, solved: solved in SOLVED ? solved : undefined },
    unknown: [
      ...(query.topic && !topic ? [`There is no topic “${query.topic}”.`] : []),
      ...(query.user && !user ? [`Nobody here is called “${query.user}”.`] : []),
    ],
  };
}

/** Whether anything is looked for at all. */
export const looksFor = ({ query, topic, user }: Searching): boolean =>
  query.terms.length > 0 || topic !== undefined || user !== undefined;

const SOLVED: Readonly<Record<string, boolean>> = { '1': true, '0': false };
