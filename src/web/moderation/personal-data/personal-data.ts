import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { decideFinding } from '../../../moderation/posts/decide-finding.ts';
import { Invalid } from '../../../refusals.ts';
import { surroundingsOf } from '../../../trust/personal-data/masking-markdown.ts';
import { readFindings } from '../../../trust/personal-data/read-findings.ts';
import type { PersonalDataFindingId } from '../../../trust/rows.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { oneOf, optionalBlock, orRedraw, queryText, readForm, typedIn } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { withQuery } from '../../forum/paths.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { type Again, personalDataPage } from './personal-data-page.ts';

/** What looks personal in published posts: the list, and whether readers may see it. */
export function personalData(deps: Deps): Router {
  const router = Router();
  router.use('/staff/personal-data', staffOnly('moderator'));

  router.get('/staff/personal-data', (req, res) => draw(deps, req, res));

  router.post('/staff/personal-data/:id/decision', async (req, res) => {
    const id = idFrom<PersonalDataFindingId>(req.params.id);
    const decide = async () => {
      const { decision, reason, was } = readForm(DecisionForm, req.body);
      if (decision === 'show' && reason === '') throw new Invalid({ reason: WHY });
      const state = decision === 'show' ? 'shown' : 'masked';
      await deps.perform(actorOf(req), (work) =>
        decideFinding(work, deps.markdown, id, { state, reason, was }),
      );
      flash(res, state === 'shown' ? 'finding-shown' : 'finding-masked');
      const back = {
        state: was === 'waiting' ? undefined : 'decided',
        after: queryText(req, 'after'),
      };
      res.redirect(303, withQuery('/staff/personal-data', back));
    };
    await orRedraw(decide, (errors) =>
      draw(deps, req, res, { id, errors, typed: typedIn(req.body) }),
    );
  });

  return router;
}

async function draw(deps: Deps, req: Request, res: Response, again?: Again): Promise<void> {
  const { db, operator, render } = deps;
  const decided = again ? again.typed.was !== 'waiting' : queryText(req, 'state') === 'decided';
  const state = decided ? 'decided' : 'waiting';
  const after = queryText(req, 'after');
  const listing = { state, after, surroundings: surroundingsOf(operator) } as const;
  const page = personalDataPage(await readFindings(db, listing), {
    ...{ state, after, viewer: actorOf(req), again },
  });
  await render.page(req, res, 'moderation/personal-data', page, {
    ...{ nav: 'staff', here: 'personal-data', noindex: true },
    status: again ? 422 : 200,
  });
}

const WHY = 'Say why readers may see it.';

const DecisionForm = z.object({
  decision: oneOf(['mask', 'show'], 'Say whether readers may see it.'),
  reason: optionalBlock(1_000, 'The reason'),
  was: z.enum(['waiting', 'masked', 'shown']).default('waiting'),
});
