import { Router, type Request, type Response } from 'express';

import { listQuestions } from '../../forum/list-questions.ts';
import { readKnownTopics } from '../../forum/experts/find-experts.ts';
import { readFollowedTopics } from '../../forum/follow-topic.ts';
import { mayModerate } from '../../forum/permissions.ts';
import { findTopic, readTopics } from '../../forum/read-topics.ts';
import { countAnswered } from '../../forum/unanswered/count-answered.ts';
import { listUnanswered } from '../../forum/unanswered/list-unanswered.ts';
import { readActiveRules } from '../../rewards/rules.ts';
import type { Deps } from '../deps.ts';
import { FEED } from '../feeds/read-feeds.ts';
import { queryText } from '../forms.ts';
import { actorOf } from '../visitor.ts';
import { withQuery } from './paths.ts';
import { tabPage } from './question-list-page.ts';
import { tabFrom, type ListTab } from './tabs.ts';
import { stageFrom, unansweredPage } from './unanswered-list.ts';

/** Lists of questions by tab. */
export function questionLists(deps: Deps): Router {
  const { db, render, site } = deps;
  const router = Router();

  router.get('/questions', async (req, res) => {
    const tab = tabFrom(queryText(req, 'tab'));
    if (tab === 'unanswered') {
      await drawUnanswered(deps, req, res);
      return;
    }
    const after = queryText(req, 'after');
    const viewer = tab === 'following' ? actorOf(req).id : undefined;
    const [page, worth, followed] = await Promise.all([
      listQuestions(db, { tab, after, viewer }),
      readWorth(deps),
      viewer === undefined ? [] : readFollowedTopics(db, viewer),
    ]);
    const here = tab === 'open' ? 'open' : 'elsewhere';
    const noindex = tab === 'following' || after !== undefined;
    await render.page(req, res, 'forum/questions', tabPage(tab, { page, after, worth }, followed), {
      ...{ here, noindex, feed: FEED },
      canonical: after === undefined ? site.url + listPath(tab) : undefined,
    });
  });

  return router;
}

/** The latest have the plain address. */
const listPath = (tab: ListTab) =>
  tab === 'latest' ? '/questions' : withQuery('/questions', { tab });

/** The same for every visitor; what a member knows comes first for them. */
async function drawUnanswered(deps: Deps, req: Request, res: Response): Promise<void> {
  const { db, render } = deps;
  const viewer = req.visitor;
  const [after, slug] = [queryText(req, 'after'), queryText(req, 'topic')];
  const stage = stageFrom(queryText(req, 'stage'));
  const [topics, known, topic, worth] = await Promise.all([
    readTopics(db),
    viewer ? readKnownTopics(db, viewer.id) : [],
    slug === undefined ? undefined : findTopic(db, slug),
    readWorth(deps),
  ]);
  const since = new Date(deps.now().getTime() - FOUR_WEEKS);
  const [page, answered] = await Promise.all([
    listUnanswered(db, { known: known.map(({ id }) => id), topic: topic?.id, stage, after }),
    viewer && mayModerate(viewer) ? countAnswered(db, since) : undefined,
  ]);
  const board = unansweredPage({ page, answered, topics, viewer, topic, stage, after, worth });
  await render.page(req, res, 'forum/questions', board, {
    ...{ here: 'open', noindex: after !== undefined || stage !== undefined, feed: FEED },
  });
}

const readWorth = async ({ db, now }: Deps) =>
  (await readActiveRules(db, now())).accepted_answer_minor;

/** Milliseconds. */
const FOUR_WEEKS = 28 * 24 * 3_600_000;
