import { Router } from 'express';

import { findExperts } from '../../forum/experts/find-experts.ts';
import { followsTopic, followTopic } from '../../forum/follow-topic.ts';
import { listQuestions } from '../../forum/list-questions.ts';
import { findTopic, readTopics } from '../../forum/read-topics.ts';
import { readPinned } from '../../forum/threads/pin-question.ts';
import { listGuides } from '../../guides/read-guides.ts';
import { readActiveRules } from '../../rewards/rules.ts';
import { isThin } from '../../forum/thin.ts';
import type { Deps } from '../deps.ts';
import { topicFeedPath } from '../feeds/read-feeds.ts';
import { flash } from '../flash.ts';
import { queryText, readForm } from '../forms.ts';
import { actorOf } from '../visitor.ts';
import { SwitchForm } from './forms.ts';
import { topicPath } from './paths.ts';
import { topicPage } from './topic-page.ts';
import { topicsPage } from './topics-page.ts';

/** The topics, each with its questions and who knows it, and following one. */
export function topics({ db, now, perform, render, site }: Deps): Router {
  const router = Router();

  router.get('/topics', async (req, res) => {
    const page = topicsPage(await readTopics(db));
    const canonical = `${site.url}/topics`;
    await render.page(req, res, 'forum/topics', page, { here: 'topics', canonical });
  });

  router.get('/topics/:slug', async (req, res) => {
    const { visitor } = req;
    const after = queryText(req, 'after');
    const topic = await findTopic(db, req.params.slug);
    const [page, pinned, rules, experts, guides, follows] = await Promise.all([
      listQuestions(db, { tab: 'latest', topic: topic.id, after }),
      after === undefined ? readPinned(db, topic.id, now()) : [],
      readActiveRules(db, now()),
      findExperts(db, topic.id, { at: now() }),
      listGuides(db, { topic: topic.id, limit: 5 }),
      visitor !== undefined && followsTopic(db, visitor.id, topic.id),
    ]);
    const stretch = { page, after, pinned, worth: rules.accepted_answer_minor };
    const around = { stretch, experts, guides: guides.rows, follows };
    await render.page(req, res, 'forum/topic', topicPage(topic, around), {
      ...{ here: 'topics', description: topic.description },
      noindex: after !== undefined || isThin.topic(topic),
      feed: topicFeedPath(topic),
      canonical: `${site.url}${topicPath(topic)}`,
    });
  });

  router.post('/topics/:slug/follow', async (req, res) => {
    const actor = actorOf(req);
    const { on } = readForm(SwitchForm, req.body);
    const topic = await perform(actor, (work) => followTopic(work, req.params.slug, on));
    flash(res, on ? 'topic-followed' : 'topic-unfollowed');
    res.redirect(303, topicPath(topic));
  });

  return router;
}
