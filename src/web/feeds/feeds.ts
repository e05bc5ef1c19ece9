import { Router, type Response } from 'express';

import { listQuestions } from '../../forum/list-questions.ts';
import { readThread } from '../../forum/read-thread.ts';
import { findTopic } from '../../forum/read-topics.ts';
import type { QuestionId } from '../../forum/rows.ts';
import type { Deps } from '../deps.ts';
import { queryText } from '../forms.ts';
import { idFrom } from '../ids.ts';
import { atomFeed, type Feed } from './atom.ts';
import { FEED, questionsFeed, threadFeed } from './read-feeds.ts';

/** What happens in the community, for feed readers; the same for whoever asks. */
export function feeds({ db, site }: Pick<Deps, 'db' | 'site'>): Router {
  const router = Router();

  router.get(FEED, async (req, res) => {
    const after = queryText(req, 'after');
    const page = await listQuestions(db, { tab: 'latest', after, limit: ENTRIES });
    send(res, questionsFeed(site, page, { after }));
  });

  router.get('/topics/:slug.atom', async (req, res) => {
    const after = queryText(req, 'after');
    const topic = await findTopic(db, req.params.slug);
    const page = await listQuestions(db, {
      ...{ tab: 'latest', topic: topic.id, after, limit: ENTRIES },
    });
    send(res, questionsFeed(site, page, { topic, after }));
  });

  router.get('/q/:id.atom', async (req, res) => {
    const thread = await readThread(db, idFrom<QuestionId>(req.params.id), { sort: 'new' });
    send(res, threadFeed(site, thread));
  });

  return router;
}

const ENTRIES = 30;

/** Express adds the ETag, and answers 304 to whoever has it. */
function send(res: Response, feed: Feed): void {
  res.set({
    'Cache-Control': 'public, no-cache',
    'Last-Modified': feed.updated.toUTCString(),
    'X-Robots-Tag': 'noindex',
  });
  res.type('application/atom+xml').send(atomFeed(feed));
}
