import type { Request, Response } from 'express';

import { dateAt } from '../../../ledger/dates.ts';
import { findOpinion } from '../../../moderation/agreement/opinions.ts';
import { readAudit } from '../../../moderation/audits/read-audit.ts';
import { readQueue } from '../../../moderation/audits/read-queue.ts';
import { readTally } from '../../../moderation/audits/read-tally.ts';
import { EditedMeanwhile } from '../../../moderation/audits/refuse-decision.ts';
import type { AuditId } from '../../../moderation/rows.ts';
import { Conflict, Invalid } from '../../../refusals.ts';
import { findReward } from '../../../rewards/rewards.ts';
import type { Deps } from '../../deps.ts';
import { queryText, typedIn } from '../../forms.ts';
import { actorOf } from '../../visitor.ts';
import { deskPage, type Refused } from './desk-page.ts';
import { QUEUE_LENGTH, queuePage } from './queue-page.ts';
import { readToast } from './toast.ts';

/** Draws the queue of whoever is signed in. */
export async function drawQueue(deps: Deps, req: Request, res: Response): Promise<void> {
  const { formats } = deps;
  const around = await readAround(deps, req);
  await deps.render.page(req, res, 'moderation/queue', queuePage({ ...around, formats }), SHELL);
}

/** Draws one audit; after a refusal with what happened and with all that was typed. */
export async function drawDesk(
  deps: Deps,
  req: Request,
  res: Response,
  { id, refusal }: { id: AuditId; refusal?: Invalid | Conflict },
): Promise<void> {
  const viewer = actorOf(req);
  const [item, around, opinion] = await Promise.all([
    readAudit(deps.db, id),
    readAround(deps, req),
    findOpinion(deps.db, id, viewer),
  ]);
  const reward = await findReward(deps.db, item.acceptance.id);
  const page = deskPage({
    ...{
      item,
      reward,
      ...around,
      viewer,
      judged: opinion !== undefined,
      at: deps.now(),
      formats: deps.formats,
    },
    diff: queryText(req, 'diff') !== '0',
    refused: refusal && refusedOf(refusal, req),
  });
  const status = refusal?.status ?? 200;
  const options = { ...SHELL, status, tabs: page.decision === undefined };
  await deps.render.page(req, res, 'moderation/desk', page, options);
}

const SHELL = { nav: 'staff', here: 'audits', noindex: true, scripts: ['queue.js'] } as const;

/** What stands around every page of the desk. */
async function readAround(deps: Deps, req: Request) {
  const { db, config, now } = deps;
  const [moderator, at] = [actorOf(req), now()];
  const today = { date: dateAt(at, config.TIME_ZONE), timeZone: config.TIME_ZONE };
  const [queue, tally, toast] = await Promise.all([
    readQueue(db, moderator, { limit: QUEUE_LENGTH, at }),
    readTally(db, moderator, today),
    readToast(deps, moderator),
  ]);
  return { queue, tally, toast };
}

function refusedOf(refusal: Invalid | Conflict, req: Request): Refused {
  const typed = typedIn(req.body);
  if (refusal instanceof Invalid) return { message: '', errors: refusal.fields, typed };
  const { message } = refusal;
  const meanwhile = refusal instanceof EditedMeanwhile ? refusal : undefined;
  return { message, errors: {}, typed, meanwhile };
}
