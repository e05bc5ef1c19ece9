import { Router, type Request } from 'express';

import { readAnswerVersions, readQuestionVersions } from '../../forum/read-versions.ts';
import type { AnswerId, QuestionId, QuestionRow } from '../../forum/rows.ts';
import type { Deps } from '../deps.ts';
import { queryText } from '../forms.ts';
import { idFrom } from '../ids.ts';
import type { Crumb } from './crumbs.ts';
import { historyPage } from './history-page.ts';
import { answerPath, questionPath } from './paths.ts';

/** What a question or an answer said before it was edited, by whom and why. */
export function histories({ db, render }: Deps): Router {
  const router = Router();

  router.get('/q/:id/history', async (req, res) => {
    const id = idFrom<QuestionId>(req.params.id);
    const { question, versions } = await readQuestionVersions(db, id, req.visitor);
    const page = historyPage(versions, beforeOf(req), {
      title: 'History of a question',
      crumbs: crumbs(question, questionPath(question)),
      path: req.path,
    });
    await render.page(req, res, 'forum/history', page, { noindex: true });
  });

  router.get('/a/:id/history', async (req, res) => {
    const id = idFrom<AnswerId>(req.params.id);
    const { answer, question, versions } = await readAnswerVersions(db, id, req.visitor);
    const page = historyPage(versions, beforeOf(req), {
      title: 'History of an answer',
      crumbs: crumbs(question, answerPath(question, answer.id)),
      path: req.path,
    });
    await render.page(req, res, 'forum/history', page, { noindex: true });
  });

  return router;
}

const crumbs = (question: QuestionRow, href: string): Crumb[] => [
  { href: '/', label: 'Community' },
  { href, label: question.title },
];

/** The number of a version; a page of the newest where there is none. */
function beforeOf(req: Request): number | undefined {
  const text = queryText(req, 'before');
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
