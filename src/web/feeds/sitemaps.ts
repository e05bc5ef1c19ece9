import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { Router } from 'express';
import type { Knex } from 'knex';

import {
  eachIndexable,
  listChunks,
  listTopicChanges,
  type TopicChange,
} from '../../forum/list-indexable.ts';
import { isThin } from '../../forum/thin.ts';
import { listGuideChanges } from '../../guides/read-guides.ts';
import type { GuideRow } from '../../guides/rows.ts';
import { found } from '../../refusals.ts';
import { DEFAULT_TEXTS } from '../../site/default-texts.ts';
import type { Deps } from '../deps.ts';
import { questionPath, topicPath } from '../forum/paths.ts';
import { guidePath } from '../guides/guide-paths.ts';
import { idFrom } from '../ids.ts';
import { listing, PAGES_MAP, sitemapLine, sitemapPath, urlLine } from './sitemap.ts';

/** What search engines may list: an index, and behind it sitemaps of questions by their ids. */
export function sitemaps({ db, site }: Pick<Deps, 'db' | 'site'>): Router {
  const router = Router();

  router.get('/sitemap.xml', async (_req, res) => {
    const [chunks, listed] = await Promise.all([listChunks(db), readListed(db)]);
    const maps = chunks.map((chunk) => ({ path: sitemapPath(chunk), changedAt: chunk.changed_at }));
    const changedAt = lastOf([...listed.topics, ...listed.guides]);
    const all = [{ path: PAGES_MAP, changedAt }, ...maps];
    const lines = all.map((map) => sitemapLine(site.url, map));
    res.set(CACHING).type('xml').send(listing('sitemapindex').around(lines));
  });

  router.get(PAGES_MAP, async (_req, res) => {
    const lines = pages(await readListed(db)).map((page) => urlLine(site.url, page));
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

type Listed = {
  topics: readonly TopicChange[];
  guides: readonly Pick<GuideRow, 'slug' | 'changed_at'>[];
};

async function readListed(db: Knex): Promise<Listed> {
  const [topics, guides] = await Promise.all([listTopicChanges(db), listGuideChanges(db)]);
  return { topics: topics.filter((topic) => !isThin.topic(topic)), guides };
}

function pages({ topics, guides }: Listed) {
  const changedAt = lastOf(topics);
  return [
    ...['/', '/questions', '/topics'].map((path) => ({ path, changedAt })),
    ...topics.map((topic) => ({ path: topicPath(topic), changedAt: topic.changed_at })),
    ...(guides.length > 0 ? [{ path: '/guides', changedAt: lastOf(guides) }] : []),
    ...guides.map((guide) => ({ path: guidePath(guide), changedAt: guide.changed_at })),
    ...DEFAULT_TEXTS.map(({ slug }) => ({ path: `/${slug}`, changedAt: null })),
  ];
}

function lastOf(places: readonly { changed_at: Date | null }[]): Date | null {
  const instants = places.flatMap(({ changed_at }) => changed_at?.getTime() ?? []);
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
