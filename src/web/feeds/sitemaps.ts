import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { Router } from 'express';

import {
  eachIndexable,
  listChunks,
  listTopicChanges,
  type TopicChange,
} from '../../forum/list-indexable.ts';
import { isThin } from '../../forum/thin.ts';
import { found } from '../../refusals.ts';
import { DEFAULT_TEXTS } from '../../site/default-texts.ts';
import type { Deps } from '../deps.ts';
import { questionPath, topicPath } from '../forum/paths.ts';
import { idFrom } from '../ids.ts';
import { listing, PAGES_MAP, sitemapLine, sitemapPath, urlLine } from './sitemap.ts';

/** What search engines may list: an index, and behind it sitemaps of questions by their ids. */
export function sitemaps({ db, site }: Pick<Deps, 'db' | 'site'>): Router {
  const router = Router();

  router.get('/sitemap.xml', async (_req, res) => {
    const [chunks, topics] = await Promise.all([listChunks(db), listTopicChanges(db)]);
    const maps = chunks.map((chunk) => ({ path: sitemapPath(chunk), changedAt: chunk.changed_at }));
    const all = [{ path: PAGES_MAP, changedAt: lastOf(topics) }, ...maps];
    const lines = all.map((map) => sitemapLine(site.url, map));
    res.set(CACHING).type('xml').send(listing('sitemapindex').around(lines));
  });

  router.get(PAGES_MAP, async (_req, res) => {
    const topics = await listTopicChanges(db);
    const lines = pages(topics).map((page) => urlLine(site.url, page));
    res.set(CACHING).type('xml').send(listing('urlset').around(lines));
  });

  router.get('/sitemap-:chunk.xml', async (req, res) => {
    const chunk = idFrom(req.params.chunk);
    const { changed_at } = found((await listChunks(db, chunk))[0], 'sitemap');
    res.set({ ...CACHING, 'Last-Modified': changed_at.toUTCString() }).type('xml');
    if (req.fresh) res.status(304).end();
    else if (req.method === 'HEAD') res.end();
    else await pipeline(Readable.from(urlset(eachIndexable(db, chunk), site.url)), res);
  });

  return router;
}

/** Search engines come back for it; an hour is soon enough for them. */
const CACHING = { 'Cache-Control': 'public, max-age=3600' };

function pages(topics: readonly TopicChange[]) {
  const changedAt = lastOf(topics);
  const listed = topics.filter((topic) => !isThin.topic(topic));
  return [
    ...['/', '/questions', '/topics'].map((path) => ({ path, changedAt })),
    ...listed.map((topic) => ({ path: topicPath(topic), changedAt: topic.changed_at })),
    ...DEFAULT_TEXTS.map(({ slug }) => ({ path: `/${slug}`, changedAt: null })),
  ];
}

function lastOf(topics: readonly TopicChange[]): Date | null {
  const instants = topics.flatMap(({ changed_at }) => changed_at?.getTime() ?? []);
  return instants.length > 0 ? new Date(Math.max(...instants)) : null;
}

async function* urlset(stretches: ReturnType<typeof eachIndexable>, url: string) {
  const { head, foot } = listing('urlset');
  yield head;
  for await (const questions of stretches) {
    yield questions
      .map((question) =>
        urlLine(url, { path: questionPath(question), changedAt: question.changed_at }),
      )
      .join('');
  }
  yield foot;
}
