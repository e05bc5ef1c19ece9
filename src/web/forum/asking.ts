import { Router, type Request, type Response } from 'express';

import { askQuestion } from '../../forum/ask-question.ts';
import { readTopics } from '../../forum/read-topics.ts';
import type { TopicRow } from '../../forum/rows.ts';
import type { Deps } from '../deps.ts';
import { draftFor } from '../drafts.ts';
import { flash } from '../flash.ts';
import { orRedraw, queryText, readForm, typedIn, type FieldErrors, type Typed } from '../forms.ts';
import { addressOf } from '../limits.ts';
import { actorOf } from '../visitor.ts';
import { askPage, type AskPage } from './ask-page.ts';
import { askForm } from './forms.ts';
import { questionPath } from './paths.ts';

/** The form for a question, with a look at it before it is posted. */
export function asking(deps: Deps): Router {
  const { db, perform, markdown, limits } = deps;
  const router = Router();

  router.get('/ask', async (req, res) => {
    const typed = draftFor(req, '/ask') ?? prefilled(req);
    await draw(deps, req, res, { topics: await readTopics(db), typed });
  });

  router.post('/ask', async (req, res) => {
    const actor = actorOf(req);
    const topics = await readTopics(db);
    const post = async () => {
      const typed = readForm(askForm(topics), req.body);
      const question = await perform(actor, (work) => askQuestion(work, markdown, typed));
      flash(res, 'asked');
      res.redirect(303, questionPath(question));
    };
    await orRedraw(post, (errors) =>
      draw(deps, req, res, { topics, typed: typedIn(req.body), errors }),
    );
  });

  router.post('/ask/preview', async (req, res) => {
    const topics = await readTopics(db);
    const look = async () => {
      const typed = readForm(askForm(topics), req.body);
      await limits.count('draft', String(req.visitor?.id ?? addressOf(req)));
      const preview = { title: typed.title, body: markdown.render(typed.body) };
      await draw(deps, req, res, { topics, typed, preview });
    };
    await orRedraw(look, (errors) =>
      draw(deps, req, res, { topics, typed: typedIn(req.body), errors }),
    );
  });

  return router;
}

type Drawing = {
  topics: readonly TopicRow[];
  typed: Typed;
  errors?: FieldErrors;
  preview?: AskPage['preview'];
};

async function draw({ render }: Deps, req: Request, res: Response, drawing: Drawing) {
  const { topics, ...writing } = drawing;
  const page = askPage(topics, { ...writing, signedIn: req.visitor !== undefined });
  const status = writing.errors ? 422 : 200;
  await render.page(req, res, 'forum/ask', page, { status, here: 'ask', noindex: status === 422 });
}

/** What a link, such as that of a search without results, has already put in. */
function prefilled(req: Request): Typed {
  return {
    title: (queryText(req, 'title') ?? '').slice(0, 150),
    topic: queryText(req, 'topic') ?? '',
  };
}
