import { Router, type Request, type Response } from 'express';

import { isAnswering, readLiveState } from '../../forum/live/live-state.ts';
import { findPlace, findStanding } from '../../forum/find-posts.ts';
import { readThread } from '../../forum/read-thread.ts';
import type { AnswerId, QuestionId } from '../../forum/rows.ts';
import { readFixes } from '../../forum/fixed/read-fixes.ts';
import { readWait } from '../../forum/waits/read-wait.ts';
import { isTaken } from '../../forum/slugs.ts';
import { readSplits } from '../../forum/threads/read-splits.ts';
import { isThin } from '../../forum/thin.ts';
import type { Thread, ThreadSort } from '../../forum/thread.ts';
import { readGuidesOf } from '../../guides/read-guides.ts';
import { readBlockedIds } from '../../members/read-blocks.ts';
import type { MemberId, MemberRow } from '../../members/rows.ts';
import { readOutdated } from '../../moderation/outdated/read-outdated.ts';
import { hasMuted } from '../../notices/mute-thread.ts';
import { awaitsVisit, visitThread } from '../../notices/visit-thread.ts';
import { readActiveRules } from '../../rewards/rules.ts';
import { readPicker } from '../canned/picker.ts';
import type { Deps } from '../deps.ts';
import { draftFor } from '../drafts.ts';
import { questionFeedPath } from '../feeds/read-feeds.ts';
import { queryText } from '../forms.ts';
import { scriptJson } from '../html.ts';
import { idFrom } from '../ids.ts';
import { isVisit } from '../is-visit.ts';
import { restoreDraft } from './drafts/draft-form.ts';
import { putInOf } from './draw-answer.ts';
import { answerPath, questionPath } from './paths.ts';
import { questionJsonLd } from './question-json-ld.ts';
import { readOutcomes } from './question-outcomes.ts';
import { editorScripts } from './editor.ts';
import { quoteIn } from './quote.ts';
import { questionPage, type QuestionPage } from './question-page.ts';
import type { Reader } from './reader.ts';
import { plainText, shorten } from './stored-html.ts';

/** The page of a question, under its one address. */
export function questions(deps: Deps): Router {
  const { db, perform, countView, noteSeen } = deps;
  const router = Router();

  router.get('/q/:id', async (req, res) => {
    const question = await findStanding(db, idFrom<QuestionId>(req.params.id), req.visitor);
    moved(res, questionPath(question) + queryOf(req));
  });

  router.get('/q/:id/:slug', async (req, res, next) => {
    if (isTaken(req.params.slug)) {
      next();
      return;
    }
    const id = idFrom<QuestionId>(req.params.id);
    const sort = queryText(req, 'sort') === 'new' ? 'new' : 'best';
    const viewer = req.visitor;
    if (viewer && isVisit(req) && (await awaitsVisit(db, viewer.id, id))) {
      await perform(viewer, (work) => visitThread(work, id));
    }
    const thread = await readThread(db, id, { sort, viewer });
    const { slug, merged_into } = thread.question;
    if (merged_into !== null || req.params.slug !== slug) {
      moved(res, questionPath(await findStanding(db, id, viewer)) + queryOf(req));
      return;
    }
    const reader = await showQuestion(deps, req, res, { thread, sort });
    countView(id);
    if (isSeenBy(reader, thread) && isVisit(req)) noteSeen(id);
  });

  router.get('/a/:id', async (req, res) => {
    const id = idFrom<AnswerId>(req.params.id);
    const { answer, question } = await findPlace(db, id, req.visitor);
    moved(res, answer ? answerPath(question, id) : questionPath(question));
  });

  return router;
}

/** For good, but asked again: a title may be what it once was, and a browser go round in a circle. */
const moved = (res: Response, path: string) => {
  res.set('Cache-Control', 'no-cache').redirect(301, path);
};

async function showQuestion(
  deps: Deps,
  req: Request,
  res: Response,
  { thread, sort }: { thread: Thread; sort: ThreadSort },
): Promise<Reader> {
  const { db, site, render, similar } = deps;
  const { question } = thread;
  const [reader, matches, guides] = await Promise.all([
    readReader(deps, req, thread),
    similar.toQuestion(question.id),
    readGuidesOf(db, question.id),
  ]);
  const page = questionPage(thread, sort, reader, { matches, guides });
  const jsonLd = questionJsonLd(thread, site.url);
  await render.page(req, res, 'forum/question', page, {
    description: descriptionOf(thread),
    canonical: site.url + questionPath(question),
    jsonLd: jsonLd && scriptJson(jsonLd),
    noindex: question.removed_at !== null || isThin.question(question),
    feed: questionFeedPath(question),
    scripts: scriptsOf(page, req.visitor),
  });
  return reader;
}

/** What moves while one looks, and the tools of whoever may answer. */
const scriptsOf = (page: QuestionPage, viewer: MemberRow | undefined): string[] => [
  ...(page.live ? ['live.js'] : []),
  ...(viewer && page.reply ? [...editorScripts(viewer), 'drafts.js'] : []),
];

async function readReader({ db, now, formats, operator }: Deps, req: Request, thread: Thread) {
  const [viewer, putIn] = [req.visitor, putInOf(thread.question)];
  const { id, asked_at, state, answer_count } = thread.question;
  const isOpen = state === 'open';
  const [outcomes, rules, blocked, muted, canned, live, wait, restored, writing, ...standing] =
    await Promise.all([
      readOutcomes(
        db,
        thread.answers.flatMap(({ acceptances }) => acceptances),
      ),
      readActiveRules(db, now()),
      viewer ? readBlockedIds(db, viewer.id) : NOBODY,
      viewer !== undefined && hasMuted(db, viewer.id, id),
      readPicker(db, 'public-answer', { viewer, putIn }),
      isOpen ? readLiveState(db, id, now()) : undefined,
      isOpen && answer_count === 0 ? readWait(db, asked_at, operator.timeZone) : undefined,
      restoreDraft({ db }, req, { question: id, action: `/q/${String(id)}/answers` }),
      viewer !== undefined && isAnswering(db, { question_id: id, member_id: viewer.id }, now()),
      readFixes(db, id),
      readOutdated(db, id),
      readSplits(db, id),
    ]);
  const [fixes, outdated, splits] = standing;
  return {
    ...{ outcomes, blocked, muted, canned, formats, viewer, live, wait, restored, writing },
    ...{ fixes, outdated, splits },
    worth: rules.accepted_answer_minor,
    quote: quoteIn(thread, queryText(req, 'quote')),
    draft: (action) => draftFor(req, action)?.body ?? '',
  } satisfies Reader;
}

/** Somebody other than the asker, and for the first time. */
const isSeenBy = ({ viewer, live }: Reader, { question }: Thread) =>
  live?.seen === false && viewer?.id !== question.author_id;

const NOBODY: ReadonlySet<MemberId> = new Set();

/** What a search engine shows under the title: the answer, where there is one. */
function descriptionOf({ question, answers, acceptance }: Thread): string {
  const accepted = answers.find(({ id }) => id === acceptance?.answer_id);
  return shorten(plainText((accepted ?? question).body_html), 160);
}

/** The query as it was asked, with its question mark. */
const queryOf = ({ originalUrl }: Request) => /\?.*/s.exec(originalUrl)?.[0] ?? '';
