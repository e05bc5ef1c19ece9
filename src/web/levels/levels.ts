import { Router } from 'express';

import type { Deps } from '../deps.ts';
import { levelsPage } from './levels-page.ts';
import { readLevelTerms } from './read-level-terms.ts';

/** What levels mean, by the rules in force. */
export function levels({ db, now, render, site }: Deps): Router {
  const router = Router();

  router.get('/levels', async (req, res) => {
    const page = levelsPage(await readLevelTerms(db, now()));
    const canonical = `${site.url}/levels`;
    await render.page(req, res, 'levels/levels', page, { here: 'rewards', canonical });
  });

  return router;
}
