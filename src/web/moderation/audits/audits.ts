import { Router, type Request, type Response } from 'express';

import { callAudit } from '../../../moderation/audits/call-audit.ts';
import { claimAudit } from '../../../moderation/audits/claim-audit.ts';
import { decideAudit } from '../../../moderation/audits/decide-audit.ts';
import { findWaitingAudit } from '../../../moderation/audits/find-audit.ts';
import { readQueue } from '../../../moderation/audits/read-queue.ts';
import type { AuditId } from '../../../moderation/rows.ts';
import { undoVerdict } from '../../../moderation/audits/undo-verdict.ts';
import { Conflict, Invalid } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { readCall, readDecision } from './audit-forms.ts';
import { drawDesk, drawQueue } from './desk.ts';
import { auditHref, nextAfter, QUEUE_LENGTH } from './queue-page.ts';

/** The audit desk: the queue, one audit at a time, its verdict and the way back from it. */
export function audits(deps: Deps): Router {
  const router = Router();
  const desk = '/staff/audits/:id';
  router.use('/staff/audits', staffOnly('moderator'));

  router.get('/staff/audits', (req, res) => drawQueue(deps, req, res));
  router.post('/staff/audits', (req, res) => call(deps, req, res));
  router.get(desk, (req, res) => drawDesk(deps, req, res, { id: auditOf(req) }));
  router.post(`${desk}/claim`, (req, res) => claim(deps, req, res));
  router.post(`${desk}/verdict`, orExplain(deps, decide));
  router.post(`${desk}/undo`, orExplain(deps, undo));
  return router;
}

type Handler = (deps: Deps, req: Request, res: Response) => Promise<void>;

const auditOf = (req: Request) => idFrom<AuditId>(req.params.id);

async function call({ db, perform }: Deps, req: Request, res: Response): Promise<void> {
  const answer = readCall(req.body);
  await perform(actorOf(req), (work) => callAudit(work, answer));
  const audit = await findWaitingAudit(db, answer);
  res.redirect(303, audit ? auditHref(audit.id) : '/staff/audits');
}

async function claim({ perform }: Deps, req: Request, res: Response): Promise<void> {
  const id = auditOf(req);
  await perform(actorOf(req), (work) => claimAudit(work, id));
  flash(res, 'claimed');
  res.redirect(303, auditHref(id));
}

/** Goes on to the next audit, which is the moderator's from then on. */
async function decide(deps: Deps, req: Request, res: Response): Promise<void> {
  const [id, moderator] = [auditOf(req), actorOf(req)];
  const decision = readDecision(req.body);
  const at = deps.now();
  const { items } = await readQueue(deps.db, moderator, { limit: QUEUE_LENGTH, at });
  await deps.perform(moderator, (work) => decideAudit(work, deps.markdown, id, decision));
  const next = nextAfter(items, id);
  if (next) await deps.perform(moderator, (work) => claimAudit(work, next)).catch(unlessTaken);
  res.redirect(303, next ? auditHref(next) : '/staff/audits');
}

async function undo({ perform }: Deps, req: Request, res: Response): Promise<void> {
  const id = auditOf(req);
  await perform(actorOf(req), (work) => undoVerdict(work, id));
  flash(res, 'undone');
  res.redirect(303, auditHref(id));
}

/** Draws the desk again, with what happened and all that was typed, where the answer is no. */
const orExplain =
  (deps: Deps, handle: Handler) =>
  async (req: Request, res: Response): Promise<void> => {
    try {
      await handle(deps, req, res);
    } catch (refusal) {
      if (!(refusal instanceof Invalid || refusal instanceof Conflict)) throw refusal;
      await drawDesk(deps, req, res, { id: auditOf(req), refusal });
    }
  };

/** A colleague was quicker: the page will say who reads it. */
function unlessTaken(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
