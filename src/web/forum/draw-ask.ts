import type { Request, Response } from 'express';

import { readTopics } from '../../forum/read-topics.ts';
import type { DraftRow, TopicRow } from '../../forum/rows.ts';
import { readWait } from '../../forum/waits/read-wait.ts';
import { readPromise } from '../../handoff/promise.ts';
import type { Deps } from '../deps.ts';
import type { FieldErrors, Typed } from '../forms.ts';
import { askPage, type AskPage } from './ask-page.ts';
import { buttonAgain, otherDraft, type DraftButton, type OtherDraft } from './drafts/draft-form.ts';
import { editorScripts } from './editor.ts';
import type { SimilarPanel } from './similar-panel.ts';
import { readSimilarPanel } from './similar.ts';

type Drawing = {
  topics: readonly TopicRow[];
  typed: Typed;
  errors?: FieldErrors;
  preview?: AskPage['preview'];
  personal?: AskPage['personal'];
  isStep?: boolean;
  /** Whether it is sent for the first time by a page without scripts. */
  isFirst?: boolean;
  status?: number;
  /** Where it is saved, if not as the fields say; and what else is. */
  button?: DraftButton | undefined;
  other?: OtherDraft | undefined;
  /** Where it was looked for already. */
  similar?: SimilarPanel;
};

/** Draws the form for a question, with what asks the same and a topic where none was chosen. */
export async function drawAsk(deps: Deps, req: Request, res: Response, drawing: Drawing) {
  const { db, render, site, now, operator } = deps;
  const { topics, button = buttonAgain(req, '/ask', drawing.typed), typed, ...writing } = drawing;
  const [looked, promise, wait] = await Promise.all([
    drawing.similar ?? readSimilarPanel(deps, typed.title),
    readPromise(db),
    readWait(db, now(), operator.timeZone),
  ]);
  const similar = looked && typed.topic ? { ...looked, topic: undefined } : looked;
  const errors = similar?.topic && drawing.isFirst ? unlessTopic(drawing.errors) : drawing.errors;
  const isStep = drawing.isStep ?? (drawing.errors !== undefined && errors === undefined);
  const viewer = req.visitor;
  const page = askPage(topics, {
    ...{ ...writing, typed, similar, promise, viewer, team: site.name, draft: button, wait },
    ...{ errors, isStep },
  });
  const status = drawing.status ?? (errors ? 422 : 200);
  const scripts = ['ask.js', ...editorScripts(req.visitor), ...(button ? ['drafts.js'] : [])];
  await render.page(req, res, 'forum/ask', page, {
    ...{ status, here: 'ask', noindex: status === 422, scripts },
  });
}

/** No topic is no mistake where one is about to be suggested. */
function unlessTopic({ topic: _, ...others }: FieldErrors = {}): FieldErrors | undefined {
  return Object.keys(others).length > 0 ? others : undefined;
}

/** The form with what was typed, where another text of it was saved meanwhile (409). */
export async function drawOvertaken(
  deps: Deps,
  req: Request,
  res: Response,
  { typed, saved }: { typed: Typed; saved: DraftRow },
): Promise<void> {
  const topics = await readTopics(deps.db);
  await drawAsk(deps, req, res, { topics, typed, other: otherDraft(saved), status: 409 });
}
