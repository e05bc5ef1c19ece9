import type { Request, Response } from 'express';
import { z } from 'zod';

import type { AnswerId, QuestionRow } from '../../forum/rows.ts';
import { askPrivately } from '../../handoff/ask-privately.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { readForm, typedIn } from '../forms.ts';
import { actorOf } from '../visitor.ts';
import { conversationPath } from './conversations-page.ts';
import { requestKey } from './request-key.ts';

/** The thread under which something was written that looks personal. */
type Thread = { question: Pick<QuestionRow, 'id' | 'title'>; answer?: AnswerId | undefined };

/**
 * Where whoever wrote something personal chose to send it to our team instead, opens a case with
 * it and answers the request. False where they did not, and it is to be published.
 */
export async function wasSentPrivately(
  deps: Deps,
  req: Request,
  res: Response,
  form: z.ZodObject,
  { question, answer }: Thread,
): Promise<boolean> {
  const { personal } = typedIn(req.body);
  if (personal !== 'private') return false;
  const { title, body, reason } = readForm(form, req.body);
  const { key } = readForm(z.object({ key: requestKey }), req.body);
  const texts = [title, body, reason].filter((text) => typeof text === 'string' && text !== '');
  const opened = await deps.perform(actorOf(req), (work) =>
    askPrivately(work, deps.privateMarkdown, {
      ...{ key, subject: question.title, body: texts.join('\n\n'), origin: 'turned-away' },
      ...{ question: question.id, answer },
    }),
  );
  flash(res, 'case-opened');
  res.redirect(303, conversationPath(opened));
  return true;
}
