import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { readBarred } from '../../../moderation/appeals/barred.ts';
import { decideAppeal } from '../../../moderation/appeals/decide-appeal.ts';
import { findAppeal, readAppeals } from '../../../moderation/appeals/read-appeals.ts';
import { readHistory } from '../../../moderation/appeals/read-history.ts';
import type { AppealId } from '../../../moderation/rows.ts';
import { mayModerate } from '../../../forum/permissions.ts';
import type { MemberRow } from '../../../members/rows.ts';
import { mayDecideAppeal } from '../../../moderation/appeals/permissions.ts';
import { found } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import {
  block,
  type FieldErrors,
  oneOf,
  optionalBlock,
  orRedraw,
  queryText,
  readForm,
  typedIn,
} from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { appealPage, appealsPage } from './appeals-page.ts';
import { readMatter } from './matter.ts';

/** What members appeal against: the list, each with its whole history, and the decision. */
export function appeals(deps: Deps): Router {
  const { db, perform, markdown, render } = deps;
  const router = Router();
  router.use('/staff/appeals', staffOnly('moderator', 'admin'));

  router.get('/staff/appeals', async (req, res) => {
    const state = queryText(req, 'state') === 'decided' ? 'decided' : 'waiting';
    const after = queryText(req, 'after');
    const page = appealsPage(await readAppeals(db, { state, after }), { state, after });
    await render.page(req, res, 'moderation/cases', page, optionsFor(actorOf(req)));
  });

  router.get('/staff/appeals/:id', (req, res) => draw(deps, req, res));

  router.post('/staff/appeals/:id/decision', async (req, res) => {
    const id = idFrom<AppealId>(req.params.id);
    const decide = async () => {
      const { decision, ...why } = readForm(DecisionForm, req.body);
      const decided = { ...why, decision: OUTCOMES[decision] };
      await perform(actorOf(req), (work) => decideAppeal(work, markdown, id, decided));
      flash(res, decision === 'overturn' ? 'appeal-overturned' : 'appeal-upheld');
      res.redirect(303, '/staff/appeals');
    };
    await orRedraw(decide, (errors) => draw(deps, req, res, errors));
  });

  return router;
}

const optionsFor = ({ role }: MemberRow) =>
  ({ nav: role === 'admin' ? 'admin' : 'staff', here: 'appeals', noindex: true }) as const;
const OUTCOMES = { uphold: 'upheld', overturn: 'overturned' } as const;

async function draw(
  { db, render, formats }: Deps,
  req: Request<{ id: string }>,
  res: Response,
  errors?: FieldErrors,
): Promise<void> {
  const viewer = actorOf(req);
  const one = found(await findAppeal(db, idFrom<AppealId>(req.params.id)), 'appeal');
  const [barred, history, matter] = await Promise.all([
    readBarred(db, one.against),
    readHistory(db, one.against),
    readMatter(db, one.against, viewer),
  ]);
  const mayDecide =
    one.appeal.decision === null && mayDecideAppeal(viewer, [...barred, ...one.appeal.barred]);
  const mayOpen = mayModerate(viewer) || one.against.kind !== 'removal';
  const around = { history, matter, mayDecide, mayOpen, formats };
  const page = appealPage(one, around, { errors, typed: typedIn(req.body) });
  const status = errors ? 422 : 200;
  await render.page(req, res, 'moderation/case', page, { ...optionsFor(viewer), status });
}

const DecisionForm = z.object({
  decision: oneOf(['uphold', 'overturn'], 'Say whether the decision stands.'),
  reason: block({ missing: 'Say why, for whoever appealed.', max: 1_000, what: 'The reason' }),
  note: optionalBlock(1_000, 'The note'),
});
