import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { listOwnCases } from '../../handoff/list-cases.ts';
import { readPromise } from '../../handoff/promise.ts';
import { readOwnCase } from '../../handoff/read-case.ts';
import { replyAsMember } from '../../handoff/reply.ts';
import type { CaseId } from '../../handoff/rows.ts';
import { MESSAGE_LENGTH } from '../../handoff/write-message.ts';
import { Conflict, Invalid } from '../../refusals.ts';
import type { Deps } from '../deps.ts';
import { draftFor } from '../drafts.ts';
import { flash } from '../flash.ts';
import { block, queryText, readForm, typedIn } from '../forms.ts';
import { idFrom } from '../ids.ts';
import { actorOf } from '../visitor.ts';
import { conversationPage, type RefusedReply } from './conversation-page.ts';
import { conversationPath, conversationsPage } from './conversations-page.ts';
import { requestKey } from './request-key.ts';

/** A member's private conversations with the team, and their replies in them. */
export function conversations(deps: Deps): Router {
  const { db, render, now } = deps;
  const router = Router();

  router.get('/me/conversations', async (req, res) => {
    const after = queryText(req, 'after');
    const page = await listOwnCases(db, actorOf(req).id, { after });
    const drawn = conversationsPage(page, { after, now: now() });
    await render.page(req, res, 'handoff/conversations', drawn, SHELL);
  });

  router.get('/me/conversations/:id', async (req, res) => {
    const typed = draftFor(req, `${req.path}/messages`);
    await draw(deps, req, res, typed && { message: '', errors: {}, typed });
  });

  router.post('/me/conversations/:id/messages', async (req, res) => {
    const [id, actor] = [idFrom<CaseId>(req.params.id), actorOf(req)];
    try {
      const message = readForm(MessageForm, req.body);
      await deps.perform(actor, (work) => replyAsMember(work, deps.privateMarkdown, id, message));
      flash(res, 'case-sent');
      res.redirect(303, conversationPath({ id }));
    } catch (refusal) {
      if (!(refusal instanceof Invalid || refusal instanceof Conflict)) throw refusal;
      const errors = refusal instanceof Invalid ? refusal.fields : {};
      const message = refusal instanceof Conflict ? refusal.message : '';
      await draw(deps, req, res, { message, errors, typed: typedIn(req.body) }, refusal.status);
    }
  });

  return router;
}

/** What either side writes. */
export const MessageForm = z.object({
  body: block({ missing: 'Write your message first.', max: MESSAGE_LENGTH, what: 'Your message' }),
  key: requestKey,
});

const SHELL = { here: 'you', noindex: true } as const;

async function draw(
  { db, render, now }: Deps,
  req: Request<{ id: string }>,
  res: Response,
  refused?: RefusedReply,
  status = 200,
): Promise<void> {
  const id = idFrom<CaseId>(req.params.id);
  const [read, promise] = await Promise.all([readOwnCase(db, id, actorOf(req)), readPromise(db)]);
  const page = conversationPage(read, { promise, now: now(), refused });
  await render.page(req, res, 'handoff/conversation', page, { ...SHELL, status });
}
