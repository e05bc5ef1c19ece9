import { Router, type Request, type Response } from 'express';

import { findTopic } from '../../../forum/read-topics.ts';
import { readGovernance, readSteps } from '../../../moderation/governance/read-governance.ts';
import { readSettings } from '../../../moderation/governance/settings.ts';
import { turnTopic } from '../../../moderation/governance/turn-topic.ts';
import { found } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { orRedraw, typedIn, type FieldErrors } from '../../forms.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { areaOf, GOVERNANCE, topicHref } from './area.ts';
import { readTurn } from './governance-forms.ts';
import { overviewPage } from './overview-page.ts';
import { thresholds } from './thresholds.ts';
import { undertaking } from './undertaking.ts';
import { topicPage } from './topic-page.ts';

/** The dial of every topic: where it stands, what it goes by, and the hand that turns it. */
export function governance(deps: Deps): Router {
  const router = Router();
  const topic = `${GOVERNANCE}/topics/:slug`;
  router.use(GOVERNANCE, staffOnly('moderator', 'admin'));

  router.get(GOVERNANCE, (req, res) => drawOverview(deps, req, res));
  router.get(topic, (req, res) => drawTopic(deps, req, res));
  router.post(topic, (req, res) =>
    orRedraw(
      () => turn(deps, req, res),
      (errors) => drawTopic(deps, req, res, errors),
    ),
  );
  router.use(thresholds(deps));
  router.use(undertaking(deps));
  return router;
}

async function drawOverview({ db, formats, render }: Deps, req: Request, res: Response) {
  const settings = await readSettings(db);
  const page = overviewPage(await readGovernance(db, settings), settings, formats);
  await render.page(req, res, 'moderation/governance/overview', page, shellFor(req));
}

async function drawTopic(
  { db, formats, render }: Deps,
  req: Request,
  res: Response,
  errors?: FieldErrors,
): Promise<void> {
  const settings = await readSettings(db);
  const [topic] = await readGovernance(db, settings, String(req.params.slug));
  const place = found(topic, 'topic');
  const steps = await readSteps(db, place.id);
  const typed = errors && typedIn(req.body);
  const page = topicPage(place, { settings, steps, formats, errors, typed });
  await render.page(req, res, 'moderation/governance/topic', page, shellFor(req, errors));
}

async function turn({ db, perform }: Deps, req: Request, res: Response): Promise<void> {
  const slug = String(req.params.slug);
  const topic = await findTopic(db, slug);
  const wanted = readTurn(req.body);
  await perform(actorOf(req), (work) => turnTopic(work, topic.id, wanted));
  flash(res, 'governance-turned');
  res.redirect(303, topicHref(slug));
}

const shellFor = (req: Request, errors?: FieldErrors) => ({
  ...{ nav: areaOf(actorOf(req)), here: 'governance' as const, noindex: true },
  status: errors ? 422 : 200,
});
