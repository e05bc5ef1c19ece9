import { Router } from 'express';

import type { PostRef } from '../../forum/posts.ts';
import { readAnswerVersions, readQuestionVersions } from '../../forum/read-versions.ts';
import type { AnswerId, AnswerRow, QuestionId, QuestionRow } from '../../forum/rows.ts';
import type { MemberRow } from '../../members/rows.ts';
import type { Deps } from '../deps.ts';
import { idFrom } from '../ids.ts';
import { beforeOf } from './before-version.ts';
import type { Crumb } from './crumbs.ts';
import { historyPage } from './history-page.ts';
import { answerPath, questionPath } from './paths.ts';
import { isCandidWith } from './reader.ts';

/** What a question or an answer said before it was edited, by whom and why. */
export function histories(deps: Deps): Router {
  const { db, render } = deps;
  const router = Router();

  router.get('/q/:id/history', async (req, res) => {
    const id = idFrom<QuestionId>(req.params.id);
    const { question, versions } = await readQuestionVersions(db, id, req.visitor);
    const page = historyPage(versions, beforeOf(req), {
      title: 'History of a question',
      crumbs: crumbs(question, questionPath(question)),
      path: req.path,
      read: await readerOf(deps, req.visitor, question, { question: id }),
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
      read: await readerOf(deps, req.visitor, answer, { answer: id }),
    });
    await render.page(req, res, 'forum/history', page, { noindex: true });
  });

  return router;
}

/** What was typed is for whoever wrote it and for moderators; others read it masked. */
async function readerOf(
  { db, markdown }: Deps,
  viewer: MemberRow | undefined,
  post: QuestionRow | AnswerRow,
  ref: PostRef,
): Promise<(text: string) => string> {
  if (isCandidWith(viewer, post)) return (text) => text;
  return (await markdown.forPost(db, ref)).plain;
}

const crumbs = (question: QuestionRow, href: string): Crumb[] => [
  { href: '/', label: 'Community' },
  { href, label: question.title },
];
