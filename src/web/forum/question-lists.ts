import { Router } from 'express';

import { listQuestions } from '../../forum/list-questions.ts';
import { readFollowedTopics } from '../../forum/follow-topic.ts';
import { readActiveRules } from '../../rewards/rules.ts';
import type { Deps } from '../deps.ts';
import { FEED } from '../feeds/read-feeds.ts';
import { queryText } from '../forms.ts';
import { actorOf } from '../visitor.ts';
import { tabPage } from './question-list-page.ts';
import { tabFrom } from './tabs.ts';

/** Lists of questions by tab. */
export function questionLists({ db, now, render }: Deps): Router {
  const router = Router();
  const readWorth = async () => (await readActiveRules(db, now())).accepted_answer_minor;

  router.get('/questions', async (req, res) => {
    const tab = tabFrom(queryText(req, 'tab'));
    const after = queryText(req, 'after');
    const viewer = tab === 'following' ? actorOf(req).id : undefined;
    const [page, worth, followed] = await Promise.all([
      listQuestions(db, { tab, after, viewer }),
      readWorth(),
      viewer === undefined ? [] : readFollowedTopics(db, viewer),
    ]);
    const here = tab === 'open' ? 'open' : 'elsewhere';
    const noindex = tab === 'following' || after !== undefined;
    await render.page(req, res, 'forum/questions', tabPage(tab, { page, after, worth }, followed), {
      ...{ here, noindex, feed: FEED },
    });
  });

  return router;
}
