import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import type { RemovalRow } from '../../../forum/rows.ts';
import { decideReport, type ReportDecision } from '../../../moderation/reports/decide-report.ts';
import { readBarred } from '../../../moderation/reports/permissions.ts';
import { countCasesAbout, findCase, readCases } from '../../../moderation/reports/read-reports.ts';
import type { ReportCaseId } from '../../../moderation/rows.ts';
import { readSanctions } from '../../../moderation/sanctions/sanction.ts';
import { readTexts } from '../../../moderation/sanctions/texts.ts';
import { found, Invalid } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import {
  type FieldErrors,
  oneOf,
  optionalBlock,
  orRedraw,
  queryText,
  readForm,
  typedIn,
} from '../../forms.ts';
import { REMOVED_BECAUSE } from '../../forum/words.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { readCasePost } from './case-post.ts';
import { reportCasePage, reportsPage } from './reports-page.ts';

/** What members have reported: the list, each case, and the decision on it. */
export function reports(deps: Deps): Router {
  const router = Router();
  router.use('/staff/reports', staffOnly('moderator'));

  router.get('/staff/reports', async (req, res) => {
    const state = queryText(req, 'state') === 'decided' ? 'decided' : 'waiting';
    const after = queryText(req, 'after');
    const page = reportsPage(await readCases(deps.db, { state, after }), { state, after });
    await deps.render.page(req, res, 'moderation/cases', page, OPTIONS);
  });

  router.get('/staff/reports/:id', (req, res) => draw(deps, req, res));

  router.post('/staff/reports/:id/decision', async (req, res) => {
    const id = idFrom<ReportCaseId>(req.params.id);
    const decide = async () => {
      const decision = decisionFrom(readForm(DecisionForm, req.body));
      const { perform, markdown } = deps;
      await perform(actorOf(req), (work) => decideReport(work, markdown, id, decision));
      flash(res, 'report-decided');
      res.redirect(303, '/staff/reports');
    };
    await orRedraw(decide, (errors) => draw(deps, req, res, errors));
  });

  return router;
}

const OPTIONS = { nav: 'staff', here: 'staff-reports', noindex: true } as const;

async function draw(
  { db, now, render }: Deps,
  req: Request<{ id: string }>,
  res: Response,
  errors?: FieldErrors,
): Promise<void> {
  const viewer = actorOf(req);
  const reported = found(await findCase(db, idFrom<ReportCaseId>(req.params.id)), 'report');
  const [barred, about, sanctions, texts, post] = await Promise.all([
    readBarred(db, reported),
    countCasesAbout(db, reported.author_id),
    readSanctions(db, reported.author_id),
    readTexts(db),
    readCasePost(db, reported, viewer),
  ]);
  const around = { viewer, barred, about, sanctions, texts, post, at: now() };
  const typed = typedIn(req.body);
  const page = reportCasePage(reported, around, { errors, typed });
  const status = errors ? 422 : 200;
  await render.page(req, res, 'moderation/case', page, { ...OPTIONS, status });
}

/** Each decision takes its own reason, and a removal and a warning need one. */
function decisionFrom(form: z.output<typeof DecisionForm>): ReportDecision {
  const { decision, reason, warning, note, abusive } = form;
  switch (decision) {
    case 'remove': {
      const because = REMOVALS.find((one) => one === reason);
      if (!because) throw new Invalid({ reason: 'Say why it goes.' });
      return { decision: 'removed', reason: because, note };
    }
    case 'warn':
      if (warning === '') throw new Invalid({ warning: 'Say what the warning is about.' });
      return { decision: 'warned', reason: warning, note };
    case 'mask':
      return { decision: 'masked', note };
    case 'dismiss':
      return { decision: 'dismissed', note, abusive: abusive === '1' };
  }
}

const REMOVALS = Object.keys(REMOVED_BECAUSE) as RemovalRow['reason'][];

const DecisionForm = z.object({
  decision: oneOf(['remove', 'mask', 'warn', 'dismiss'], 'Say what is to be done.'),
  reason: optionalBlock(40, 'The reason'),
  warning: optionalBlock(40, 'The reason'),
  abusive: optionalBlock(1, 'This'),
  note: optionalBlock(1_000, 'The note'),
});
