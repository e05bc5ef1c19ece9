import { Router } from 'express';

import { pendingMigrations } from '../db/migrate.ts';
import type { Deps } from './deps.ts';

/** What machines ask: whether we run, whether we can work, what they may read, whom to tell. */
export function health({ db, config, log, now }: Deps): Router {
  const router = Router();

  router.get('/healthz', (_req, res) => {
    res.type('text').send('ok\n');
  });

  router.get('/readyz', async (_req, res) => {
    const trouble = await pendingMigrations(db).then(
      (pending) => (pending.length > 0 ? 'migrations are pending' : undefined),
      (error: unknown) => {
        log.warn({ err: error }, 'not ready');
        return 'the database does not answer';
      },
    );
    res
      .status(trouble ? 503 : 200)
      .type('text')
      .send(`${trouble ?? 'ready'}\n`);
  });

  router.get('/robots.txt', (_req, res) => {
    res.set('Cache-Control', 'public, max-age=3600');
    res.type('text').send(`${ROBOTS}\nSitemap: ${config.SITE_URL}/sitemap.xml\n`);
  });

  router.get('/.well-known/security.txt', (_req, res) => {
    const expires = new Date(now().getTime() + HALF_A_YEAR).toISOString();
    const url = `${config.SITE_URL}/privacy`;
    res.type('text').send(`Contact: ${url}\nExpires: ${expires}\nPreferred-Languages: en\n`);
  });

  return router;
}

/** Milliseconds. */
const HALF_A_YEAR = 180 * 24 * 3_600_000;

const ROBOTS = `User-agent: *
${['/admin', '/finance', '/search', '/settings', '/sign-in', '/join', '/reset', '/staff', '/wallet']
  .map((path) => `Disallow: ${path}`)
  .join('\n')}
`;
