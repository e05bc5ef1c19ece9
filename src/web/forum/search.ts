import { Router, type Request } from 'express';
import type { Knex } from 'knex';

import { findTopic, readTopics } from '../../forum/read-topics.ts';
import { searchQuestions } from '../../forum/search/search-questions.ts';
import { readActiveRules } from '../../rewards/rules.ts';
import type { Deps } from '../deps.ts';
import { queryText } from '../forms.ts';
import { searchPage, type Searching } from './search-page.ts';

/** Search in questions and answers; its pages are for people, not for search engines. */
export function search({ db, now, render }: Deps): Router {
  const router = Router();

  router.get('/search', async (req, res) => {
    const searching = await readSearching(db, req);
    const { q, topic, solved, after } = searching;
    const [results, topics, rules] = await Promise.all([
      q === '' ? undefined : searchQuestions(db, { q, topic: topic?.id, solved, after }),
      readTopics(db),
      readActiveRules(db, now()),
    ]);
    const worth = rules.accepted_answer_minor;
    const page = searchPage(searching, { results, topics, worth });
    await render.page(req, res, 'forum/search', page, { noindex: true, search: false });
  });

  return router;
}

async function readSearching(db: Knex, req: Request): Promise<Searching> {
  const slug = queryText(req, 'topic');
  return {
    q: (queryText(req, 'q') ?? '').trim().slice(0, LONGEST),
    topic: slug ? await findTopic(db, slug) : undefined,
    solved: queryText(req, 'solved') === '1',
    after: queryText(req, 'after'),
  };
}

/** As much as the search field takes. */
const LONGEST = 200;
