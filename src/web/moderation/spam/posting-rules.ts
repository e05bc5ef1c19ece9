import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { changeMailDomain, changePostingLimit } from '../../../moderation/posts/change-lists.ts';
import { readLimits } from '../../../trust/spam/read-suspicion.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { block, line, oneOf, orRedraw, readForm, typedIn, wholeNumber } from '../../forms.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { postingRulesPage, type Refused } from './posting-rules-page.ts';

/** What members may post at each level, and which mail domains nobody joins with. */
export function postingRules(deps: Deps): Router {
  const { perform } = deps;
  const router = Router();
  router.use('/admin/posting', staffOnly('admin'));

  router.get('/admin/posting', (req, res) => draw(deps, req, res));

  router.post('/admin/posting/limits', async (req, res) => {
    const set = async () => {
      const limit = readForm(LimitForm, req.body);
      await perform(actorOf(req), (work) => changePostingLimit(work, limit));
      flash(res, 'limits-set');
      res.redirect(303, '/admin/posting');
    };
    await orRedraw(set, (errors) => draw(deps, req, res, { form: 'limits', errors }));
  });

  router.post('/admin/posting/domains', async (req, res) => {
    const set = async () => {
      const { domain, does, reason } = readForm(DomainForm, req.body);
      const refused = does === 'refuse';
      await perform(actorOf(req), (work) => changeMailDomain(work, { domain, refused, reason }));
      flash(res, 'domain-set');
      res.redirect(303, '/admin/posting');
    };
    await orRedraw(set, (errors) => draw(deps, req, res, { form: 'domains', errors }));
  });

  return router;
}

async function draw(
  { db, render }: Deps,
  req: Request,
  res: Response,
  refused?: Omit<Refused, 'typed'>,
): Promise<void> {
  const [limits, domains] = await Promise.all([
    readLimits(db),
    db('mail_domains').orderBy('domain').limit(500),
  ]);
  const again = refused && { ...refused, typed: typedIn(req.body) };
  await render.page(
    ...[req, res, 'moderation/spam/posting-rules' as const],
    postingRulesPage(limits, domains, again),
    { nav: 'admin', here: 'posting', noindex: true, status: refused ? 422 : 200 },
  );
}

const count = (most: number) =>
  wholeNumber('Type a whole number.').refine((value) => value <= most, `At most ${String(most)}.`);

const reason = block({ missing: 'Say why.', max: 1_000, what: 'The reason' });

const LimitForm = z.object({
  level: oneOf(['newcomer', 'helper', 'guide', 'steward'], 'Choose a level.'),
  links: count(100),
  per_hour: count(1_000).refine((value) => value > 0, 'At least 1.'),
  per_day: count(10_000).refine((value) => value > 0, 'At least 1.'),
  pictures_per_day: count(200),
  pictures_per_post: count(20),
  reason,
});

const DomainForm = z.object({
  domain: line({ missing: 'Type a domain.', max: 253, what: 'The domain' }).refine(
    (text) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text),
    'Type a domain, such as example.com.',
  ),
  does: oneOf(['refuse', 'allow'], 'Say what becomes of it.'),
  reason,
});
