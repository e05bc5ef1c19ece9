import { Router } from 'express';

import { listQuestions } from '../../forum/list-questions.ts';
import { findTopic, readTopics } from '../../forum/read-topics.ts';
import { readActiveRules } from '../../rewards/rules.ts';
import type { Deps } from '../deps.ts';
import { queryText } from '../forms.ts';
import { actorOf } from '../visitor.ts';
import { topicPath } from './paths.ts';
import { tabPage, topicPage } from './question-list-page.ts';
import { tabFrom } from './tabs.ts';
import { topicsPage } from './topics-page.ts';

/** Lists of questions: all of them by tab, and those of a topic. */
export function questionLists({ db, now, render, site }: Deps): Router {
  const router = Router();
  const readWorth = async () => (await readActiveRules(db, now())).accepted_answer_minor;

  router.get('/questions', async (req, res) => {
    const tab = tabFrom(queryText(req, 'tab'));
    const after = queryText(req, 'after');
    const viewer = tab === 'following' ? actorOf(req).id : undefined;
    const [page, worth] = await Promise.all([
      listQuestions(db, { tab, after, viewer }),
      readWorth(),
    ]);
    const here = tab === 'open' ? 'open' : 'elsewhere';
    const noindex = tab === 'following' || after !== undefined;
    await render.page(req, res, 'forum/questions', tabPage(tab, { page, after, worth }), {
      ...{ here, noindex },
    });
  });

  router.get('/topics', async (req, res) => {
    const page = topicsPage(await readTopics(db));
    await render.page(req, res, 'forum/topics', page, { here: 'topics' });
  });

  router.get('/topics/:slug', async (req, res) => {
    const after = queryText(req, 'after');
    const topic = await findTopic(db, req.params.slug);
    const [page, worth] = await Promise.all([
      listQuestions(db, { tab: 'latest', topic: topic.id, after }),
      readWorth(),
    ]);
    await render.page(req, res, 'forum/questions', topicPage(topic, { page, after, worth }), {
      here: 'topics',
      description: topic.description,
      noindex: after !== undefined,
      canonical: `${site.url}${topicPath(topic)}`,
    });
  });

  return router;
}
