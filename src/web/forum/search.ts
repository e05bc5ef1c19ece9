import { Router } from 'express';

import { readTopics } from '../../forum/read-topics.ts';
import { searchGuides } from '../../guides/read-guides.ts';
import { searchQuestions } from '../../forum/search/search-questions.ts';
import { readWait } from '../../forum/waits/read-wait.ts';
import { readActiveRules } from '../../rewards/rules.ts';
import type { Deps } from '../deps.ts';
import { countSearched, hasFailed, searchOutcomes } from './search-outcomes.ts';
import { searchPage } from './search-page.ts';
import { looksFor, readSearching, type Searching } from './searching.ts';

/** Search in questions and answers; its pages are for people, not for search engines. */
export function search(deps: Deps): Router {
  const { db, now, render, similar, operator } = deps;
  const router = Router();
  router.use(searchOutcomes(deps));

  router.get('/search', async (req, res) => {
    const searching = await readSearching(db, req);
    const { query, topic, after } = searching;
    const [results, topics, rules, guides, wait] = await Promise.all([
      looksFor(searching) ? find(deps, searching) : undefined,
      readTopics(db),
      readActiveRules(db, now()),
      after === undefined ? searchGuides(db, { q: query.plain, topic: topic?.id }) : [],
      readWait(db, now(), operator.timeZone),
    ]);
    const page = searchPage(searching, {
      ...{ results, topics, guides, wait, worth: rules.accepted_answer_minor },
      similar:
        results && hasFailed(results) ? (await similar.toText(searching.query.plain)).matches : [],
    });
    await render.page(req, res, 'forum/search', page, { noindex: true, search: false });
    if (results) countSearched(deps, req, searching, results);
  });

  return router;
}

const find = ({ db }: Deps, { query, topic, solved, user, order, after }: Searching) =>
  searchQuestions(db, {
    ...{ q: query, topic: topic?.id, solved, user: user?.id, order, after },
  });
