import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import type { AcceptanceId } from '../../../forum/rows.ts';
import {
  holdEverything,
  releaseCase,
  takeBackCase,
} from '../../../moderation/fraud/decide-case.ts';
import { listActs } from '../../../moderation/log.ts';
import { mayDecideCase } from '../../../moderation/permissions.ts';
import { Conflict, Invalid, NotFound } from '../../../refusals.ts';
import { readRewardStates } from '../../../rewards/read-states.ts';
import { readCase } from '../../../trust/rings/read-case.ts';
import { readCases } from '../../../trust/rings/read-cases.ts';
import type { FraudCaseId } from '../../../trust/rows.ts';
import type { Work } from '../../../work.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { block, oneOf, queryText, readForm, typedIn, wholeNumber } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { casePage, type Refused } from './case-page.ts';
import { fraudPage } from './list-page.ts';

/** Cases of suspected fraud: the list, the evidence, and what a person decides. */
export function fraud(deps: Deps): Router {
  const router = Router();
  router.use('/staff/fraud', staffOnly('moderator'));

  router.get('/staff/fraud', async (req, res) => {
    const state = queryText(req, 'state') === 'closed' ? 'closed' : 'open';
    const after = queryText(req, 'after');
    const cases = await readCases(deps.db, { state, after, viewer: actorOf(req) });
    const page = fraudPage(cases, { state, after });
    await deps.render.page(req, res, 'moderation/fraud/list', page, AREA);
  });

  router.get('/staff/fraud/:id', (req, res) => draw(deps, req, res));
  router.post('/staff/fraud/:id/decision', (req, res) => decide(deps, req, res));
  return router;
}

const AREA = { nav: 'staff', here: 'fraud', noindex: true } as const;

const caseOf = (req: Request) => idFrom<FraudCaseId>(req.params.id);

/** Draws the case again, with what was typed, where the answer is no. */
async function decide(deps: Deps, req: Request, res: Response): Promise<void> {
  try {
    const { decision, 'acceptances[]': acceptances, ...why } = readForm(DecisionForm, req.body);
    const acceptanceIds = acceptances.map((id) => idFrom<AcceptanceId>(id));
    const id = caseOf(req);
    const does = {
      hold: (work: Work) => holdEverything(work, id, why),
      release: (work: Work) => releaseCase(work, id, why),
      'take-back': (work: Work) => takeBackCase(work, id, { ...why, acceptanceIds }),
      'take-back-all': (work: Work) => takeBackCase(work, id, { ...why, acceptanceIds: 'all' }),
    };
    await deps.perform(actorOf(req), does[decision]);
    flash(res, SAID[decision]);
    res.redirect(303, `/staff/fraud/${String(id)}`);
  } catch (refusal) {
    if (!(refusal instanceof Invalid || refusal instanceof Conflict)) throw refusal;
    await draw(deps, req, res, refusal);
  }
}

async function draw(
  { db, render }: Deps,
  req: Request,
  res: Response,
  refusal?: Invalid | Conflict,
): Promise<void> {
  const id = caseOf(req);
  const evidence = await readCase(db, id);
  const members = evidence.members.map((member) => member.id);
  if (!mayDecideCase(actorOf(req), members)) throw new NotFound('We can’t find that case.');
  const ids = evidence.acceptances.map((one) => one.id);
  const [rewards, log] = await Promise.all([
    readRewardStates(db, ids),
    listActs(db, `fraud:${String(id)}`),
  ]);
  const page = casePage(evidence, { rewards, log, refused: refusal && refusedIn(req, refusal) });
  const status = refusal?.status ?? 200;
  await render.page(req, res, 'moderation/fraud/case', page, { ...AREA, status });
}

function refusedIn(req: Request, refusal: Invalid | Conflict): Refused {
  const ticked = z.object({ 'acceptances[]': chosen }).parse(req.body ?? {});
  return {
    message: refusal instanceof Conflict ? refusal.message : undefined,
    errors: refusal instanceof Invalid ? refusal.fields : {},
    ...{ typed: typedIn(req.body), chosen: ticked['acceptances[]'] },
  };
}

const SAID = {
  hold: 'fraud-held',
  release: 'fraud-released',
  'take-back': 'fraud-taken-back',
  'take-back-all': 'fraud-taken-back',
} as const;

/** One box sends a text, several send a list. */
const chosen = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((ids) => (typeof ids === 'string' ? [ids] : ids));

const DecisionForm = z.object({
  decision: oneOf(['hold', 'release', 'take-back', 'take-back-all'], 'Choose what to do.'),
  reason: block({
    ...{ missing: 'Say why.', min: 10, max: 1_000, what: 'The reason' },
    short: 'Say why in 10 characters or more.',
  }),
  version: wholeNumber('Open the case again: we can’t tell what you saw.'),
  'acceptances[]': chosen,
});
