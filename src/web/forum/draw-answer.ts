import type { Request, Response } from 'express';

import type { DraftRow, QuestionRow } from '../../forum/rows.ts';
import { readPicker } from '../canned/picker.ts';
import type { Deps } from '../deps.ts';
import { typedIn, type Typed } from '../forms.ts';
import { buttonAgain, otherDraft } from './drafts/draft-form.ts';
import { answerPage, type Writing } from './answer-page.ts';
import { editorScripts } from './editor.ts';

type Drawn = Pick<Writing, 'errors' | 'preview' | 'personal' | 'newer'> & {
  /** What was posted, where nothing is said. */
  typed?: Typed;
  /** What else was saved for it. */
  other?: DraftRow;
  /** 422 where it was refused. */
  status?: number;
};

/** Draws an answer that is being written, on a page of its own. */
export async function drawAnswer(
  { db, render }: Deps,
  req: Request,
  res: Response,
  question: QuestionRow,
  { typed = typedIn(req.body), status = 200, other, ...drawn }: Drawn,
): Promise<void> {
  const { visitor: viewer } = req;
  const canned = await readPicker(db, 'public-answer', { viewer, putIn: putInOf(question), typed });
  const latest = drawn.newer?.at(-1)?.id.toString() ?? typed.latest;
  const page = answerPage(question, {
    ...{ ...drawn, typed, latest, viewer, canned, other: otherDraft(other) },
    draft: buttonAgain(req, `/q/${String(question.id)}/answers`, typed),
  });
  const scripts = [...editorScripts(viewer), ...(viewer ? ['drafts.js'] : [])];
  await render.page(req, res, 'forum/answer', page, {
    ...{ status, noindex: true, scripts },
  });
}

/** Where our team has a canned text put into an answer. */
export const putInOf = ({ id }: Pick<QuestionRow, 'id'>) => `/q/${String(id)}/answers/canned`;
