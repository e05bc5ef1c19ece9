import { Router, type Request, type Response } from 'express';

import { readCaseForStaff } from '../../handoff/read-case.ts';
import { redactMessage } from '../../handoff/redact-message.ts';
import type { CaseMessageId } from '../../handoff/rows.ts';
import { found, NotFound } from '../../refusals.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { orRedraw, readForm, typedIn, type FieldErrors } from '../forms.ts';
import { idFrom } from '../ids.ts';
import { actorOf, staffOnly } from '../visitor.ts';
import { RedactForm } from './case-forms.ts';
import { casePath } from './cases-page.ts';
import { caseOf, shellFor } from './draw-case.ts';
import { redactionPage } from './redaction-page.ts';

/** Where an admin takes out what should never have been written. */
export function redactions(deps: Deps): Router {
  const router = Router();
  const path = '/staff/cases/:id/messages/:message/redaction';

  router.get(path, staffOnly('admin'), (req, res) => draw(deps, req, res));

  router.post(path, staffOnly('admin'), async (req, res) => {
    const [caseId, messageId] = [caseOf(req), idFrom<CaseMessageId>(req.params['message'])];
    const redact = async () => {
      const { reason } = readForm(RedactForm, req.body);
      await deps.perform(actorOf(req), (work) =>
        redactMessage(work, { caseId, messageId, reason }),
      );
      flash(res, 'case-redacted');
      res.redirect(303, casePath({ id: caseId }));
    };
    await orRedraw(redact, (errors) => draw(deps, req, res, errors));
  });

  return router;
}

async function draw(deps: Deps, req: Request, res: Response, errors?: FieldErrors): Promise<void> {
  const id = idFrom<CaseMessageId>(req.params['message']);
  const { head, messages } = await readCaseForStaff(deps.db, caseOf(req), actorOf(req));
  const message = found(
    messages.find((each) => each.id === id),
    'message',
  );
  if (message.redacted_at !== null) throw new NotFound('We can’t find that message.');
  const page = redactionPage(head, message, { errors, typed: errors && typedIn(req.body) });
  await deps.render.page(req, res, 'handoff/redaction', page, {
    ...{ ...shellFor(req), status: errors ? 422 : 200 },
  });
}
