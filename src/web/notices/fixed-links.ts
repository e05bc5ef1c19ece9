import { Router } from 'express';
import { z } from 'zod';

import type { AnswerId } from '../../forum/rows.ts';
import { acceptByLink, readAcceptable, readFixedLink } from '../../notices/accept-by-link.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { readForm } from '../forms.ts';
import { questionPath } from '../forum/paths.ts';
import { storedHtml } from '../forum/stored-html.ts';
import type { Html } from '../html.ts';
import { idFrom } from '../ids.ts';

/** The link of a reminder: whoever asked says which answer fixed it, signed in or not. */
export function fixedLinks({ db, now, perform, render }: Deps): Router {
  const router = Router();

  router.get('/n/fixed/:token', async (req, res) => {
    const { token } = req.params;
    const { question } = await readFixedLink(db, token, now());
    const answers = await readAcceptable(db, question);
    const page: FixedPage = {
      ...{ title: 'Did any of these fix it?', action: `/n/fixed/${token}` },
      question: { title: question.title, href: questionPath(question) },
      answers: answers.map(({ body_html, ...answer }) => ({
        ...answer,
        written: storedHtml(body_html),
      })),
    };
    await render.page(req, res, 'notices/fixed', page, { noindex: true });
  });

  router.post('/n/fixed/:token', async (req, res) => {
    const link = await readFixedLink(db, req.params.token, now());
    const { answer } = readForm(AnswerForm, req.body);
    await acceptByLink(perform, link, idFrom<AnswerId>(answer));
    flash(res, 'accepted');
    res.redirect(303, questionPath(link.question));
  });

  return router;
}

/** The answers to a question, each with a button for whoever asked it. */
export type FixedPage = {
  title: string;
  question: { title: string; href: string };
  action: string;
  answers: readonly { id: number; author: string; written: Html; accepted: boolean }[];
};

const AnswerForm = z.object({ answer: z.string('Say which answer fixed it.') });
