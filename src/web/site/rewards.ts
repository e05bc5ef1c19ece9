import { Router } from 'express';

import { findNextRules, readActiveRules, withSteps } from '../../rewards/rules.ts';
import { findLatestShadow } from '../../rewards/shadows.ts';
import { findText } from '../../site/texts.ts';
import { found } from '../../refusals.ts';
import type { Deps } from '../deps.ts';
import { rewardsPage } from './rewards-page.ts';
import { textPage } from './text-page.ts';
import { readVariables } from './variables.ts';

/** How rewards work: the operator's own words, then the rules themselves as they are in force. */
export function rewards(deps: Deps): Router {
  const { db, now, render, site, formats } = deps;
  const router = Router();

  router.get('/rewards', async (req, res) => {
    const [text, variables, active, next] = await Promise.all([
      findText(db, 'rewards'),
      readVariables(deps),
      readActiveRules(db, now()),
      findNextRules(db, now()),
    ]);
    const shadow = next && (await findLatestShadow(db, next.id));
    const read = {
      active: await withSteps(db, active),
      next: next && (await withSteps(db, next)),
      shadow,
    };
    const page = { ...textPage(found(text, 'page'), variables), ...rewardsPage(read, formats) };
    const canonical = `${site.url}/rewards`;
    await render.page(req, res, 'site/rewards', page, { here: 'rewards', canonical });
  });

  return router;
}
