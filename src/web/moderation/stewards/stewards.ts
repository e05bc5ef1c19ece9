import { Router, type Request, type RequestHandler, type Response } from 'express';

import { hasSigned, isSteward } from '../../../moderation/governance/find-stewards.ts';
import { giveStewardOpinion } from '../../../moderation/governance/give-steward-opinion.ts';
import { readOwnFigures } from '../../../moderation/governance/list-stewards.ts';
import { takeBackOpinion } from '../../../moderation/governance/take-back-opinion.ts';
import { readStewardQueue } from '../../../moderation/governance/read-steward-queue.ts';
import { readSettings } from '../../../moderation/governance/settings.ts';
import type { Outcome } from '../../../moderation/governance/turns.ts';
import { readAudit } from '../../../moderation/audits/read-audit.ts';
import { EditedMeanwhile } from '../../../moderation/audits/refuse-decision.ts';
import { keysInForce, readDeskSettings } from '../../../moderation/queue/desk-settings.ts';
import type { AuditId } from '../../../moderation/rows.ts';
import { Conflict, Invalid, NotFound } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import type { FlashKey } from '../../flash-texts.ts';
import { flash } from '../../flash.ts';
import { typedIn } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf } from '../../visitor.ts';
import { readFactsFor } from '../audits/desk.ts';
import { STEWARD_DESK, stewardAuditPage, stewardDeskPage, stewardHref } from './desk-page.ts';
import { INVITATION } from './invitation-page.ts';
import { readOpinion } from './steward-forms.ts';

/** The stewards' desk: what waits for them, one answer at a time, and what they say of it. */
export function stewards(deps: Deps): Router {
  const router = Router();
  const one = `${STEWARD_DESK}/:id`;
  router.use(STEWARD_DESK, stewardsOnly(deps));

  router.get(STEWARD_DESK, (req, res) => drawDesk(deps, req, res));
  router.get(one, (req, res) => drawAudit(deps, req, res));
  router.post(`${one}/opinion`, orExplain(deps, judge));
  router.post(`${one}/undo`, orExplain(deps, takeBack));
  return router;
}

/** Draws the answer again, with what happened and all that was typed, where the answer is no. */
const orExplain =
  (deps: Deps, handle: (deps: Deps, req: Request, res: Response) => Promise<void>) =>
  async (req: Request, res: Response): Promise<void> => {
    try {
      await handle(deps, req, res);
    } catch (refusal) {
      if (!(refusal instanceof Invalid || refusal instanceof Conflict)) throw refusal;
      await drawAudit(deps, req, res, refusal);
    }
  };

/** To anybody who serves nowhere as a steward the desk does not exist; others sign first. */
const stewardsOnly =
  ({ db }: Deps): RequestHandler =>
  async (req, res, next) => {
    const { id } = actorOf(req);
    if (!(await isSteward(db, id))) throw new NotFound();
    if (req.method === 'GET' && !(await hasSigned(db, id))) res.redirect(303, INVITATION);
    else next();
  };

/** How many answers are listed. */
const LISTED = 50;

async function readMine({ db, now }: Deps, req: Request) {
  const settings = await readSettings(db);
  return readStewardQueue(db, actorOf(req), { ...settings, limit: LISTED, at: now() });
}

async function drawDesk(deps: Deps, req: Request, res: Response): Promise<void> {
  const [items, own] = await Promise.all([
    readMine(deps, req),
    readOwnFigures(deps.db, actorOf(req).id),
  ]);
  const page = stewardDeskPage(items, own);
  await deps.render.page(req, res, 'moderation/stewards/desk', page, SHELL);
}

const SHELL = { here: 'stewards', noindex: true, scripts: ['queue.js'] } as const;

/** Only what waits for this steward is there; what they have just lost is drawn with the reason. */
async function drawAudit(
  deps: Deps,
  req: Request,
  res: Response,
  refusal?: Invalid | Conflict,
): Promise<void> {
  const id = idFrom<AuditId>(req.params.id);
  const items = await readMine(deps, req);
  const mine = items.find((item) => item.id === id);
  if (!mine && !refusal) throw new NotFound();
  const audit = await readAudit(deps.db, id, deps.now());
  const [settings, facts, markdown] = await Promise.all([
    readDeskSettings(deps.db, actorOf(req)),
    readFactsFor(deps, audit.question),
    deps.markdown.forPost(deps.db, { answer: audit.answer.id }),
  ]);
  const page = stewardAuditPage(audit, {
    ...{ items, mine, facts, formats: deps.formats, read: markdown.plain },
    keys: keysInForce(settings),
    refusal: refusal && {
      message: refusal instanceof Invalid ? '' : refusal.message,
      errors: refusal instanceof Invalid ? refusal.fields : {},
      typed: typedIn(req.body),
      meanwhile: refusal instanceof EditedMeanwhile ? refusal : undefined,
    },
  });
  const status = refusal?.status ?? 200;
  await deps.render.page(req, res, 'moderation/stewards/audit', page, { ...SHELL, status });
}

async function judge(deps: Deps, req: Request, res: Response): Promise<void> {
  const id = idFrom<AuditId>(req.params.id);
  const opinion = readOpinion(req.body);
  const items = await readMine(deps, req);
  const place = items.findIndex((item) => item.id === id);
  const outcome = await deps.perform(actorOf(req), (work) =>
    giveStewardOpinion(work, deps.markdown, id, opinion),
  );
  const said = flashFor(outcome);
  if (said) flash(res, said);
  const next = items[place + 1] ?? items.find((item) => item.id !== id);
  res.redirect(303, next ? stewardHref(next.id) : STEWARD_DESK);
}

async function takeBack({ perform }: Deps, req: Request, res: Response): Promise<void> {
  const id = idFrom<AuditId>(req.params.id);
  await perform(actorOf(req), (work) => takeBackOpinion(work, id));
  flash(res, 'opinion-taken-back');
  res.redirect(303, stewardHref(id));
}

/** Nothing where the next page says it by itself, and offers to take it back. */
function flashFor(outcome: Outcome | undefined): FlashKey | undefined {
  if (outcome === undefined || outcome === 'opinion') return undefined;
  return outcome === 'agreed' ? 'opinion-decided' : 'opinion-handed-over';
}
