import type { Request, Response } from 'express';

import { readTopics } from '../../forum/read-topics.ts';
import { closeCase } from '../../handoff/close-case.ts';
import { disputeFindings } from '../../trust/personal-data/dispute-findings.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { readPublishable } from '../forum/read-publishable.ts';
import { actorOf } from '../visitor.ts';
import { summaryForm } from './case-forms.ts';
import { casePath } from './cases-page.ts';
import { caseOf } from './draw-case.ts';

/** Closes a case and tells everybody what there was to learn; checked like any public post. */
export async function publishSummary(deps: Deps, req: Request, res: Response): Promise<void> {
  const id = caseOf(req);
  const topics = await readTopics(deps.db);
  const { typed, kept } = await readPublishable(deps, summaryForm(topics), req.body);
  const { seen, ...summary } = typed;
  await deps.perform(actorOf(req), async (work) => {
    const published = await closeCase(work, deps.markdown, id, { seen, summary });
    if (!kept || !published) return;
    await disputeFindings(work, { question: published.question.id });
    await disputeFindings(work, { answer: published.answer.id });
  });
  flash(res, 'case-closed');
  res.redirect(303, casePath({ id }));
}
