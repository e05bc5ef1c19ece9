import { Router, type Request, type Response } from 'express';

import { mixIn } from '../../../moderation/agreement/known-items/mix-in.ts';
import { callAudit } from '../../../moderation/audits/call-audit.ts';
import { setSummary } from '../../../moderation/posts/set-summary.ts';
import { askColleague } from '../../../moderation/queue/ask-colleague.ts';
import { claimItem } from '../../../moderation/queue/claim-item.ts';
import { decideAudit } from '../../../moderation/audits/decide-audit.ts';
import { findWaitingAudit } from '../../../moderation/audits/find-audit.ts';
import type { AuditId } from '../../../moderation/rows.ts';
import { undoVerdict } from '../../../moderation/audits/undo-verdict.ts';
import { Conflict, Invalid } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { disputeFindings } from '../../../trust/personal-data/dispute-findings.ts';
import { readCall, readRequest, readSummary } from './audit-forms.ts';
import { readDecision } from './read-decision.ts';
import { readDeskItem } from './read-desk-item.ts';
import { goOn, kindOf, readRound } from '../queue/round.ts';
import { drawDesk } from './desk.ts';
import { auditHref } from './audit-href.ts';

/** The audit desk: one audit at a time, its verdict and the way back from it. */
export function audits(deps: Deps): Router {
  const router = Router();
  const desk = '/staff/audits/:id';
  router.use('/staff/audits', staffOnly('moderator'));

  router.post('/staff/audits', (req, res) => call(deps, req, res));
  router.get(desk, (req, res) => drawDesk(deps, req, res, { id: auditOf(req) }));
  router.post(`${desk}/claim`, (req, res) => claim(deps, req, res));
  router.post(`${desk}/verdict`, orExplain(deps, decide));
  router.post(`${desk}/undo`, orExplain(deps, undo));
  router.post(`${desk}/summary`, orExplain(deps, summarise));
  router.post(`${desk}/request`, orExplain(deps, ask));
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
  await perform(actorOf(req), (work) => claimItem(work, { kind: 'audit', subject_id: id }));
  flash(res, 'claimed');
  res.redirect(303, auditHref(id, kindOf(req)));
}

/** Goes on to what comes next in the queue, which is the moderator's from then on. */
async function decide(deps: Deps, req: Request, res: Response): Promise<void> {
  const [id, moderator] = [auditOf(req), actorOf(req)];
  const { decision, post, kept } = await readDecision(deps, req, id);
  const where = { at: deps.now(), kind: kindOf(req) };
  const round = await readRound(deps.db, moderator, { kind: 'audit', subject_id: id }, where);
  await deps.perform(moderator, async (work) => {
    const verdict = await decideAudit(work, deps.markdown, id, decision);
    if (verdict && kept) await disputeFindings(work, post);
  });
  if (kept) flash(res, 'fix-kept-hidden');
  const { next } = round;
  const known = next && (await deps.perform(moderator, (work) => mixIn(work, next)));
  await goOn(deps, req, res, { next: known ?? next });
}

async function summarise(deps: Deps, req: Request, res: Response): Promise<void> {
  const id = auditOf(req);
  const { question } = (await readDeskItem(deps, actorOf(req), id)).item;
  const text = readSummary(req.body);
  await deps.perform(actorOf(req), (work) =>
    setSummary(work, deps.markdown, { question: question.id, text }),
  );
  flash(res, 'summary-saved');
  res.redirect(303, auditHref(id, kindOf(req)));
}

/** Leaves it to a colleague, and goes on. */
async function ask(deps: Deps, req: Request, res: Response): Promise<void> {
  const subject = { kind: 'audit', subject_id: auditOf(req) } as const;
  const where = { at: deps.now(), kind: kindOf(req) };
  const round = await readRound(deps.db, actorOf(req), subject, where);
  const asked = readRequest(req.body);
  await deps.perform(actorOf(req), (work) => askColleague(work, subject, asked));
  flash(res, 'colleague-asked');
  await goOn(deps, req, res, round);
}

async function undo({ perform }: Deps, req: Request, res: Response): Promise<void> {
  const id = auditOf(req);
  await perform(actorOf(req), (work) => undoVerdict(work, id));
  flash(res, 'undone');
  res.redirect(303, auditHref(id, kindOf(req)));
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
