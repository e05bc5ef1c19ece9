import { Router, type Request, type Response } from 'express';

import { askQuestion } from '../../forum/ask-question.ts';
import { readTopics } from '../../forum/read-topics.ts';
import { forgetDraft } from '../../forum/drafts/forget-drafts.ts';
import type { TopicRow } from '../../forum/rows.ts';
import { askPrivately } from '../../handoff/ask-privately.ts';
import { isHeldBack } from '../../forum/read-held.ts';
import { disputeFindings } from '../../trust/personal-data/dispute-findings.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { orRedraw, queryText, readForm, typedIn, type Typed } from '../forms.ts';
import { conversationPath } from '../handoff/conversations-page.ts';
import { requestKey } from '../handoff/request-key.ts';
import { readMentioned } from '../../members/mentions.ts';
import { addressOf } from '../limits.ts';
import { multipart } from '../pictures/multipart.ts';
import { typedWithPicture } from '../pictures/take-picture.ts';
import { actorOf } from '../visitor.ts';
import { drawAsk } from './draw-ask.ts';
import { restoreDraft } from './drafts/draft-form.ts';
import { askForm } from './forms.ts';
import { questionPath } from './paths.ts';
import { noticeOf } from './personal-notice.ts';
import { readPublishable } from './read-publishable.ts';
import { readSimilarPanel } from './similar.ts';

/** The form for a question, with a look at it before it is posted. */
export function asking(deps: Deps): Router {
  const { db, markdown, privateMarkdown, limits } = deps;
  const router = Router();

  router.get('/ask', async (req, res) => {
    const { typed, button, other } = await restoreDraft(deps, req, PLACE, prefilled(req));
    await drawAsk(deps, req, res, { topics: await readTopics(db), typed, button, other });
  });

  router.post('/ask', async (req, res) => {
    if (!isFirst(req) || isPrivate(req)) actorOf(req);
    const topics = await readTopics(db);
    await orRedraw(
      () => publish(deps, req, res, topics),
      (errors, refusal) => {
        const personal = noticeOf(refusal);
        const drawing = { topics, typed: typedIn(req.body), errors, personal };
        return drawAsk(deps, req, res, { ...drawing, isFirst: isFirst(req) });
      },
    );
  });

  router.post('/ask/preview', async (req, res) => {
    const topics = await readTopics(db);
    const look = async () => {
      const typed = readForm(askForm(topics), req.body);
      await limits.count('draft', String(req.visitor?.id ?? addressOf(req)));
      const { plain, render } = isPrivate(req) ? privateMarkdown : markdown;
      const mentioned = await readMentioned(db, typed.body);
      const preview = { title: plain(typed.title), body: render(typed.body, mentioned) };
      await drawAsk(deps, req, res, { topics, typed: typedIn(req.body), preview });
    };
    await orRedraw(look, (errors) =>
      drawAsk(deps, req, res, { topics, typed: typedIn(req.body), errors }),
    );
  });

  router.post('/ask/picture', ...multipart(), (req, res) => putPictureIn(deps, req, res));

  return router;
}

async function putPictureIn(deps: Deps, req: Request, res: Response): Promise<void> {
  const topics = await readTopics(deps.db);
  const putIn = async () => {
    await drawAsk(deps, req, res, { topics, typed: await typedWithPicture(deps, req) });
  };
  await orRedraw(putIn, (errors) =>
    drawAsk(deps, req, res, { topics, typed: typedIn(req.body), errors }),
  );
}

/** Whether nothing that asks the same was looked for yet: the form has run no script. */
const isFirst = (req: Request) => typedIn(req.body).similar === 'first';

/** Shows what asks the same before a question is sent; says whether anything does. */
async function isShownSimilar(
  deps: Deps,
  req: Request,
  res: Response,
  { topics, title }: { topics: readonly TopicRow[]; title: string },
): Promise<boolean> {
  if (!isFirst(req)) return false;
  const similar = await readSimilarPanel(deps, title);
  if (!similar || similar.matches.length === 0) return false;
  await drawAsk(deps, req, res, { topics, typed: typedIn(req.body), similar, isStep: true });
  return true;
}

async function publish(deps: Deps, req: Request, res: Response, topics: readonly TopicRow[]) {
  if (isPrivate(req)) {
    await sendToTeam(deps, req, res, topics);
    return;
  }
  const { typed, kept } = await readPublishable(deps, askForm(topics), req.body);
  if (await isShownSimilar(deps, req, res, { topics, title: typed.title })) return;
  const question = await deps.perform(actorOf(req), async (work) => {
    const asked = await askQuestion(work, deps.markdown, typed);
    if (kept) await disputeFindings(work, { question: asked.id });
    await forgetDraft(work, null);
    return asked;
  });
  const held = await isHeldBack(deps.db, { question: question.id });
  flash(res, held ? 'held' : kept ? 'kept-hidden' : 'asked');
  res.redirect(303, questionPath(question));
}

/** Chosen on the form, or after something in it looked personal. */
function isPrivate(req: Request): boolean {
  const { private: chosen, personal } = typedIn(req.body);
  return chosen === '1' || personal === 'private';
}

async function sendToTeam(deps: Deps, req: Request, res: Response, topics: readonly TopicRow[]) {
  const form = askForm(topics).extend({ key: requestKey });
  const { title: subject, ...asked } = readForm(form, req.body);
  if (await isShownSimilar(deps, req, res, { topics, title: subject })) return;
  const origin = typedIn(req.body).personal === 'private' ? 'turned-away' : 'asked';
  const opened = await deps.perform(actorOf(req), async (work) => {
    await forgetDraft(work, null);
    return askPrivately(work, deps.privateMarkdown, { ...asked, subject, origin });
  });
  flash(res, 'case-opened');
  res.redirect(303, conversationPath(opened));
}

const PLACE = { question: null, action: '/ask' };

/** What a link, such as that of a search without results, has already put in. */
function prefilled(req: Request): Typed {
  return {
    title: (queryText(req, 'title') ?? '').slice(0, 150),
    topic: queryText(req, 'topic') ?? '',
    private: queryText(req, 'private') ?? '',
  };
}
