import { type Response, Router } from 'express';

import { archiveTopic, restoreTopic } from '../../forum/archive-topic.ts';
import { createTopic } from '../../forum/create-topic.ts';
import { moveTopic } from '../../forum/move-topic.ts';
import { findTopic } from '../../forum/read-topics.ts';
import { renameTopic } from '../../forum/rename-topic.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import type { FlashKey } from '../flash-texts.ts';
import { orRedraw, readForm, typedIn } from '../forms.ts';
import { actorOf } from '../visitor.ts';
import { moveForm, topicForm } from './admin-forms.ts';
import { topicPage, topicsPage } from './topics-page.ts';

/** Opening, renaming, ordering and archiving topics. */
export function adminTopics(deps: Deps): Router {
  const router = Router();
  router.use(topicList(deps));
  router.use(topicWords(deps));
  router.use(topicOrder(deps));
  return router;
}

function topicList({ db, perform, render }: Deps): Router {
  const router = Router();
  const all = () => db('topics').orderBy(['position', 'id']);

  router.get('/admin/topics', async (req, res) => {
    await render.page(req, res, 'admin/topics', topicsPage(await all()), OPTIONS);
  });

  router.post('/admin/topics', async (req, res) => {
    const attempt = async () => {
      const words = readForm(topicForm, req.body);
      await perform(actorOf(req), (work) => createTopic(work, words));
      done(res, 'topic-created');
    };
    await orRedraw(attempt, async (errors) => {
      const page = topicsPage(await all(), errors, typedIn(req.body));
      await render.page(req, res, 'admin/topics', page, { ...OPTIONS, status: 422 });
    });
  });

  return router;
}

function topicWords({ db, perform, render }: Deps): Router {
  const router = Router();

  router.get('/admin/topics/:slug', async (req, res) => {
    const page = topicPage(await findTopic(db, req.params.slug));
    await render.page(req, res, 'admin/topic', page, OPTIONS);
  });

  router.post('/admin/topics/:slug', async (req, res) => {
    const topic = await findTopic(db, req.params.slug);
    const attempt = async () => {
      const words = readForm(topicForm, req.body);
      await perform(actorOf(req), (work) => renameTopic(work, topic.slug, words));
      done(res, 'topic-saved');
    };
    await orRedraw(attempt, async (errors) => {
      const page = topicPage(topic, errors, typedIn(req.body));
      await render.page(req, res, 'admin/topic', page, { ...OPTIONS, status: 422 });
    });
  });

  return router;
}

function topicOrder({ perform }: Deps): Router {
  const router = Router();

  router.post('/admin/topics/:slug/move', async (req, res) => {
    const { to } = readForm(moveForm, req.body);
    await perform(actorOf(req), (work) => moveTopic(work, req.params.slug, to));
    done(res, 'topic-moved');
  });

  router.post('/admin/topics/:slug/archive', async (req, res) => {
    await perform(actorOf(req), (work) => archiveTopic(work, req.params.slug));
    done(res, 'topic-archived');
  });

  router.post('/admin/topics/:slug/restore', async (req, res) => {
    await perform(actorOf(req), (work) => restoreTopic(work, req.params.slug));
    done(res, 'topic-restored');
  });

  return router;
}

const OPTIONS = { nav: 'admin', here: 'admin-topics', noindex: true } as const;

function done(res: Response, key: FlashKey): void {
  flash(res, key);
  res.redirect(303, '/admin/topics');
}
