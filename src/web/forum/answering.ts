import { Router, type Request, type Response } from 'express';

import { noteUse } from '../../canned/note-use.ts';
import { KEEPERS, mayKeepCanned } from '../../canned/permissions.ts';
import { AnsweredMeanwhile, refuseIfAnswered } from '../../forum/answered-meanwhile.ts';
import { forgetDraft } from '../../forum/drafts/forget-drafts.ts';
import { findQuestion } from '../../forum/find-posts.ts';
import { postAnswer } from '../../forum/post-answer.ts';
import type { AnswerId, QuestionId, QuestionRow } from '../../forum/rows.ts';
import { isHeldBack } from '../../forum/read-held.ts';
import { readMentioned } from '../../members/mentions.ts';
import { readMember } from '../../members/find-members.ts';
import { found } from '../../refusals.ts';
import { disputeFindings } from '../../trust/personal-data/dispute-findings.ts';
import type { Work } from '../../work.ts';
import { putIn, usedIn } from '../canned/picker.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { orRedraw, readForm, typedIn } from '../forms.ts';
import { idFrom } from '../ids.ts';
import { wasSentPrivately } from '../handoff/send-privately.ts';
import { addressOf } from '../limits.ts';
import { multipart } from '../pictures/multipart.ts';
import { typedWithPicture } from '../pictures/take-picture.ts';
import { actorOf, staffOnly } from '../visitor.ts';
import { drawAnswer } from './draw-answer.ts';
import { AnswerForm } from './forms.ts';
import { answerPath } from './paths.ts';
import { noticeOf } from './personal-notice.ts';
import { readPublishable } from './read-publishable.ts';

/** Answers: posted from the question's page, or looked at first. */
export function answering(deps: Deps): Router {
  const { db } = deps;
  const router = Router();
  const read = multipart();

  const findAnswered = (req: Request<{ id: string }>): Promise<QuestionRow> =>
    findQuestion(db, idFrom<QuestionId>(req.params.id), req.visitor);

  router.post('/q/:id/answers', async (req, res) => {
    actorOf(req);
    const question = await findAnswered(req);
    await orRedraw(
      () => publishUnlessAnswered(deps, req, res, question),
      (errors, refusal) =>
        drawAnswer(deps, req, res, question, { errors, personal: noticeOf(refusal), status: 422 }),
    );
  });

  router.post('/q/:id/answers/preview', async (req, res) => {
    await look(deps, req, res, await findAnswered(req));
  });

  router.post<string, { id: string }>('/q/:id/answers/picture', ...read, async (req, res) => {
    await putPictureIn(deps, req, res, await findAnswered(req));
  });

  router.use('/q/:id/answers/canned', staffOnly(...KEEPERS['public-answer']));
  router.post('/q/:id/answers/canned', async (req, res) => {
    const question = await findAnswered(req);
    await orRedraw(
      () => putCannedIn(deps, req, res, question),
      (errors) => drawAnswer(deps, req, res, question, { errors, status: 422 }),
    );
  });

  return router;
}

async function look(deps: Deps, req: Request, res: Response, question: QuestionRow) {
  const { db, markdown, limits } = deps;
  const draw = async () => {
    const { body } = readForm(AnswerForm, req.body);
    await limits.count('draft', String(req.visitor?.id ?? addressOf(req)));
    const typed = { ...typedIn(req.body), body };
    const preview = markdown.render(body, await readMentioned(db, body));
    await drawAnswer(deps, req, res, question, { typed, preview });
  };
  await orRedraw(draw, (errors) => drawAnswer(deps, req, res, question, { errors, status: 422 }));
}

async function putPictureIn(deps: Deps, req: Request, res: Response, question: QuestionRow) {
  const draw = async () => {
    await drawAnswer(deps, req, res, question, { typed: await typedWithPicture(deps, req) });
  };
  await orRedraw(draw, (errors) => drawAnswer(deps, req, res, question, { errors, status: 422 }));
}

async function putCannedIn(deps: Deps, req: Request, res: Response, question: QuestionRow) {
  const values = await valuesFor(deps, req, question);
  const typed = await putIn(deps.db, req, 'public-answer', values);
  await drawAnswer(deps, req, res, question, { typed });
}

/** What a canned text may name in an answer to that question. */
async function valuesFor({ db, site }: Deps, req: Request, question: QuestionRow) {
  const [asker, topic] = await Promise.all([
    readMember(db, question.author_id),
    db('topics').where({ id: question.topic_id }).first('name'),
  ]);
  return {
    ...{
      name: found(asker, 'asker').name,
      me: actorOf(req).name,
      topic: found(topic, 'topic').name,
    },
    ...{ support_number: site.supportNumber, site: site.name },
  };
}

/** Shows what others answered while this was being written, instead of posting it unseen. */
async function publishUnlessAnswered(
  deps: Deps,
  req: Request,
  res: Response,
  question: QuestionRow,
): Promise<void> {
  try {
    await publish(deps, req, res, question);
  } catch (error) {
    if (!(error instanceof AnsweredMeanwhile)) throw error;
    await drawAnswer(deps, req, res, question, { newer: error.answers, status: 409 });
  }
}

async function publish(deps: Deps, req: Request, res: Response, question: QuestionRow) {
  if (await wasSentPrivately(deps, req, res, AnswerForm, { question })) {
    await deps.perform(actorOf(req), (work) => forgetDraft(work, question.id));
    return;
  }
  const { typed, kept } = await readPublishable(deps, AnswerForm, req.body);
  const answer = await deps.perform(actorOf(req), async (work) => {
    if (typed.latest !== undefined) {
      await refuseIfAnswered(work, { question: question.id, latest: typed.latest });
    }
    const posted = await postAnswer(work, deps.markdown, { question: question.id, ...typed });
    if (kept) await disputeFindings(work, { answer: posted.id });
    await noteCanned(work, req, posted.id);
    await forgetDraft(work, question.id);
    return posted;
  });
  const held = await isHeldBack(deps.db, { answer: answer.id });
  flash(res, held ? 'held' : kept ? 'kept-hidden' : 'answered');
  res.redirect(303, answerPath(question, answer.id));
}

/** Counts the canned texts that one of our team put in; from others the field means nothing. */
async function noteCanned(work: Work, req: Request, answer: AnswerId): Promise<void> {
  const used = usedIn(typedIn(req.body));
  if (used.length > 0 && mayKeepCanned(actorOf(req), 'public-answer')) {
    await noteUse(work, used, { answer });
  }
}
