import type { Request, Response } from 'express';
import { z } from 'zod';

import { fill } from '../../../handoff/canned/fill.ts';
import { findReply } from '../../../handoff/canned/read-replies.ts';
import { readCaseForStaff } from '../../../handoff/read-case.ts';
import type { CaseReplyId } from '../../../handoff/rows.ts';
import { found } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { optionalBlock, readForm, typedIn } from '../../forms.ts';
import { actorOf } from '../../visitor.ts';
import { caseOf, drawCase } from '../draw-case.ts';

/** Draws the case with a canned reply put under what was typed already; nothing is sent. */
export async function putIn(deps: Deps, req: Request, res: Response): Promise<void> {
  const { canned, body } = readForm(PutInForm, req.body);
  const actor = actorOf(req);
  const { head } = await readCaseForStaff(deps.db, caseOf(req), actor);
  const reply = found(await findReply(deps.db, canned), 'reply');
  const text = fill(reply.body, { name: head.member.name, me: actor.name, subject: head.subject });
  const typed = { ...typedIn(req.body), body: [body, text].filter(Boolean).join('\n\n') };
  await drawCase(deps, req, res, {
    status: 200,
    refused: { form: 'reply', message: '', errors: {}, typed },
  });
}

const PutInForm = z.object({
  canned: z
    .string('Choose a canned reply.')
    .regex(/^[1-9]\d{0,8}$/, 'Choose a canned reply.')
    .transform((id) => Number(id) as CaseReplyId),
  body: optionalBlock(20_000, 'Your message'),
});
