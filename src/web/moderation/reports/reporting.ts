import { Router, type Request, type Response } from 'express';
import type { Knex } from 'knex';
import { z } from 'zod';

import { findAnswer, findComment, findQuestion } from '../../../forum/find-posts.ts';
import type { MemberRow } from '../../../members/rows.ts';
import { readMyReports } from '../../../moderation/reports/read-reports.ts';
import { reportPost } from '../../../moderation/reports/report-post.ts';
import type { ReportRef } from '../../../moderation/reports/subject.ts';
import { readMember } from '../../../members/find-members.ts';
import { found, NotAllowed, NotFound } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { draftFor } from '../../drafts.ts';
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
import { answerPath, commentPath, profilePath, questionPath } from '../../forum/paths.ts';
import { storedHtml } from '../../forum/stored-html.ts';
import { idFrom } from '../../ids.ts';
import { actorOf } from '../../visitor.ts';
import { myReportsPage } from './my-reports-page.ts';
import { reportPage, type Reported } from './report-page.ts';
import { GROUNDS } from './report-words.ts';

/** Reporting what somebody wrote, or their profile, and hearing what came of it. */
export function reporting(deps: Deps): Router {
  const router = Router();

  router.get('/report/:kind/:id', (req, res) => draw(deps, req, res));

  router.post('/report/:kind/:id', async (req, res) => {
    const actor = actorOf(req);
    const ref = refFrom(req);
    const send = async () => {
      const report = readForm(ReportForm, req.body);
      await deps.perform(actor, (work) => reportPost(work, ref, report));
      flash(res, 'reported');
      res.redirect(303, (await readReported(deps.db, req, ref, actor)).back);
    };
    await orRedraw(send, (errors) => draw(deps, req, res, errors));
  });

  router.get('/me/reports', async (req, res) => {
    const after = queryText(req, 'after');
    const reports = await readMyReports(deps.db, actorOf(req).id, { after });
    const page = myReportsPage(reports, after);
    await deps.render.page(req, res, 'moderation/cases', page, { here: 'you', noindex: true });
  });

  return router;
}

async function draw(
  deps: Deps,
  req: Request<{ kind: string; id: string }>,
  res: Response,
  errors?: FieldErrors,
): Promise<void> {
  const actor = actorOf(req);
  const ref = refFrom(req);
  const reported = await readReported(deps.db, req, ref, actor);
  if (reported.author === actor.name) throw new NotAllowed('This is your own.');
  const typed = errors ? typedIn(req.body) : (draftFor(req, req.path) ?? {});
  const page = reportPage(ref, reported, { errors, typed });
  const status = errors ? 422 : 200;
  await deps.render.page(req, res, 'moderation/reports/report', page, { status, noindex: true });
}

function refFrom({ params: { kind, id } }: Request<{ kind: string; id: string }>): ReportRef {
  if (kind === 'q') return { question: idFrom(id) };
  if (kind === 'a') return { answer: idFrom(id) };
  if (kind === 'c') return { comment: idFrom(id) };
  if (kind === 'u') return { profile: idFrom(id) };
  throw new NotFound();
}

/** What is reported, as readers see it: 404 if there is none, 410 if it was taken down. */
async function readReported(
  db: Knex,
  { path }: Request,
  ref: ReportRef,
  viewer: MemberRow,
): Promise<Reported> {
  if ('profile' in ref) {
    const { name } = found(await readMember(db, ref.profile), 'member');
    return { author: name, written: undefined, back: profilePath(name), path };
  }
  const { post, back } = await readPost(db, ref, viewer);
  const author = await readMember(db, post.author_id);
  return { author: author?.name ?? '', written: storedHtml(post.body_html), back, path };
}

async function readPost(
  db: Knex,
  ref: Exclude<ReportRef, { profile: unknown }>,
  viewer: MemberRow,
) {
  if ('question' in ref) {
    const post = await findQuestion(db, ref.question, viewer);
    return { post, back: questionPath(post) };
  }
  if ('answer' in ref) {
    const { answer, question } = await findAnswer(db, ref.answer, viewer);
    return { post: answer, back: answerPath(question, answer.id) };
  }
  const { comment, question } = await findComment(db, ref.comment, viewer);
  return { post: comment, back: commentPath(question, comment.id) };
}

type Word = keyof typeof GROUNDS;

const ReportForm = z.object({
  ground: oneOf(Object.keys(GROUNDS) as [Word, ...Word[]], 'Say what is wrong with it.'),
  note: optionalBlock(1_000, 'The note'),
});
