import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { decideFinding } from '../../../moderation/posts/decide-finding.ts';
import { Invalid, NotFound } from '../../../refusals.ts';
import { surroundingsOf } from '../../../trust/personal-data/masking-markdown.ts';
import { readFindings } from '../../../trust/personal-data/read-findings.ts';
import type { PersonalDataFindingId } from '../../../trust/rows.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { oneOf, optionalBlock, orRedraw, queryText, readForm, typedIn } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { withQuery } from '../../forum/paths.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { goOn, kindOf, readRound } from '../queue/round.ts';
import { type Again, personalDataPage } from './personal-data-page.ts';

/** What looks personal in published posts: the list, and whether readers may see it. */
export function personalData(deps: Deps): Router {
  const router = Router();
  router.use('/staff/personal-data', staffOnly('moderator'));

  router.get('/staff/personal-data', (req, res) => draw(deps, req, res));

  router.get('/staff/personal-data/:id', (req, res) => draw(deps, req, res, { one: idOf(req) }));

  router.post('/staff/personal-data/:id/decision', async (req, res) => {
    const [id, inRound] = [idOf(req), queryText(req, 'round') !== undefined];
    await orRedraw(
      () => (inRound ? decideInRound(deps, req, res) : decideInList(deps, req, res)),
      (errors) => {
        const again = { id, errors, typed: typedIn(req.body) };
        return draw(deps, req, res, { again, ...(inRound && { one: id }) });
      },
    );
  });

  return router;
}

const idOf = (req: Request) => idFrom<PersonalDataFindingId>(req.params.id);

async function decide(deps: Deps, req: Request, res: Response) {
  const { decision, reason, was } = readForm(DecisionForm, req.body);
  if (decision === 'show' && reason === '') throw new Invalid({ reason: WHY });
  const state = decision === 'show' ? 'shown' : 'masked';
  await deps.perform(actorOf(req), (work) =>
    decideFinding(work, deps.markdown, idOf(req), { state, reason, was }),
  );
  flash(res, state === 'shown' ? 'finding-shown' : 'finding-masked');
  return was;
}

async function decideInList(deps: Deps, req: Request, res: Response): Promise<void> {
  const was = await decide(deps, req, res);
  const state = was === 'waiting' ? undefined : 'decided';
  res.redirect(303, withQuery('/staff/personal-data', { state, after: queryText(req, 'after') }));
}

/** Goes on to what comes next in the queue, whatever that is. */
async function decideInRound(deps: Deps, req: Request, res: Response): Promise<void> {
  const subject = { kind: 'personal-data', subject_id: idOf(req) } as const;
  const where = { at: deps.now(), kind: kindOf(req) };
  const round = await readRound(deps.db, actorOf(req), subject, where);
  await decide(deps, req, res);
  await goOn(deps, req, res, round);
}

type Drawn = { again?: Again; /** Shown alone. */ one?: PersonalDataFindingId };

async function draw(deps: Deps, req: Request, res: Response, { again, one }: Drawn = {}) {
  const decided = again ? again.typed.was !== 'waiting' : queryText(req, 'state') === 'decided';
  const state = decided ? 'decided' : 'waiting';
  const after = queryText(req, 'after');
  const found = one === undefined ? await list(deps, { state, after }) : await readOne(deps, one);
  const page = personalDataPage(found, {
    ...{ state, after, viewer: actorOf(req), again },
    round: one === undefined ? undefined : { id: one, kind: kindOf(req) },
  });
  await deps.render.page(req, res, 'moderation/personal-data', page, {
    ...{ nav: 'staff', here: 'personal-data', noindex: true },
    status: again ? 422 : 200,
  });
}

const list = ({ db, operator }: Deps, asked: Omit<Asked, 'surroundings'>) =>
  readFindings(db, { ...asked, surroundings: surroundingsOf(operator) });

async function readOne(deps: Deps, id: PersonalDataFindingId) {
  const waiting = await list(deps, { state: 'waiting', id });
  const page = waiting.rows.length > 0 ? waiting : await list(deps, { state: 'decided', id });
  if (page.rows.length === 0) throw new NotFound();
  return page;
}

type Asked = Parameters<typeof readFindings>[1];

const WHY = 'Say why readers may see it.';

const DecisionForm = z.object({
  decision: oneOf(['mask', 'show'], 'Say whether readers may see it.'),
  reason: optionalBlock(1_000, 'The reason'),
  was: z.enum(['waiting', 'masked', 'shown']).default('waiting'),
});
