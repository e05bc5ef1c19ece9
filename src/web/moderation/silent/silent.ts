import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { findAnswer } from '../../../forum/find-posts.ts';
import type { AnswerId } from '../../../forum/rows.ts';
import { acceptForSilentAsker } from '../../../moderation/silent/accept-for-silent-asker.ts';
import { findCandidate, findCandidates } from '../../../moderation/silent/find-candidates.ts';
import { readSilentTerms } from '../../../moderation/silent/terms.ts';
import { tellOfSilentAcceptance } from '../../../notices/tell-of-silent-acceptance.ts';
import { Conflict } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { block, orRedraw, queryText, readForm, typedIn, type FieldErrors } from '../../forms.ts';
import { answerPath } from '../../forum/paths.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { candidatePage } from './candidate-page.ts';
import { candidatesPage } from './candidates-page.ts';

/** Accepting for askers who are silent: the list, and one answer with what speaks for it. */
export function silent(deps: Deps): Router {
  const { db, now, render, perform } = deps;
  const router = Router();
  router.use('/staff/silent', staffOnly('moderator'));

  router.get('/staff/silent', async (req, res) => {
    const after = queryText(req, 'after');
    const [candidates, terms] = await Promise.all([
      findCandidates(db, { at: now(), after }),
      readSilentTerms(db),
    ]);
    await render.page(
      ...[req, res, 'moderation/silent/candidates' as const],
      candidatesPage(candidates, { after, terms }),
      { nav: 'staff', here: 'silent', noindex: true },
    );
  });

  router.get('/staff/silent/:id', (req, res) => draw(deps, req, res));

  router.post('/staff/silent/:id/acceptance', async (req, res) => {
    const id = idFrom<AnswerId>(req.params.id);
    const accept = async () => {
      const { reason } = readForm(ReasonForm, req.body);
      await perform(actorOf(req), async (work) => {
        const accepted = await acceptForSilentAsker(work, id, reason);
        await tellOfSilentAcceptance(work, accepted.silent, accepted.token);
      });
      const { question } = await findAnswer(db, id, req.visitor);
      flash(res, 'accepted-for-asker');
      res.redirect(303, answerPath(question, id));
    };
    await orRedraw(accept, (errors) => draw(deps, req, res, errors));
  });

  return router;
}

async function draw(
  { db, now, render, formats }: Deps,
  req: Request<{ id: string }>,
  res: Response,
  errors?: FieldErrors,
): Promise<void> {
  const { answer } = await findAnswer(db, idFrom<AnswerId>(req.params.id), req.visitor);
  const candidate = await findCandidate(db, answer, now());
  if (!candidate) throw new Conflict(NOT_CLEAR);
  const terms = await readSilentTerms(db);
  const page = candidatePage(candidate, {
    ...{ terms, formats, viewer: actorOf(req), errors, typed: typedIn(req.body) },
  });
  const status = errors ? 422 : 200;
  await render.page(req, res, 'moderation/silent/candidate', page, {
    ...{ nav: 'staff', here: 'silent', noindex: true, status },
  });
}

const NOT_CLEAR = 'The asker isn’t silent here, or no answer is clearly the best.';

const ReasonForm = z.object({
  reason: block({ missing: 'Say why this is the answer.', max: 1_000, what: 'The reason' }),
});
